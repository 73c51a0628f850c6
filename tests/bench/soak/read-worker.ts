import type { CDPSession } from '@playwright/test';
import type { BenchBrowser } from '../support/start-chromium.ts';

type Reply = { id?: number; result?: { usedSize?: number }; error?: { message: string } };

/** Script heap of the background's worker after a collection, megabytes (10^6). Another worker is found when the old one went. */
export async function workerHeap({ context, extension }: BenchBrowser): Promise<number> {
  const browser = context.browser();
  if (!browser || !extension) throw new Error('no extension runs here');
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const script = extension.extensionUrl('background.js');
    const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url === script);
    if (!target) throw new Error('the worker does not run');
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    });
    const ask = asker(session, sessionId);
    await ask('HeapProfiler.collectGarbage');
    const { usedSize = 0 } = await ask('Runtime.getHeapUsage');
    return usedSize / 1e6;
  } finally {
    await session.detach();
  }
}

/** Asks a worker, which Playwright gives no session for, through the browser's. */
function asker(session: CDPSession, sessionId: string) {
  let id = 0;
  return (method: string) =>
    new Promise<NonNullable<Reply['result']>>((resolve, reject) => {
      id += 1;
      const mine = id;
      const hear = (event: { sessionId: string; message: string }) => {
        const reply = JSON.parse(event.message) as Reply;
        if (event.sessionId !== sessionId || reply.id !== mine) return;
        session.off('Target.receivedMessageFromTarget', hear);
        if (reply.error) reject(new Error(`${method}: ${reply.error.message}`));
        else resolve(reply.result ?? {});
      };
      session.on('Target.receivedMessageFromTarget', hear);
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: mine, method }) })
        .catch(reject);
    });
}
