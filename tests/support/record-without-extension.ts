import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { BatchContent, FrameOrders, Protocol } from '../../lib/messages.ts';
import { builtExtension } from '../../scripts/build-all.ts';

const world = 'zyb';

/** Stands in for what a browser gives a script of an extension, as far as the recorder asks for it. */
const standIn = `(() => {
  const waiting = new Map();
  const heard = () => ({ addListener() {}, removeListener() {} });
  let last = 0;
  globalThis.zybAnswer = (id, answer) => { waiting.get(id)?.(answer); waiting.delete(id); };
  const sendMessage = (message, answered) => {
    last += 1;
    waiting.set(last, answered);
    zybAsk(JSON.stringify({ id: last, message }));
  };
  const connect = () => ({ onDisconnect: heard(), onMessage: heard(), postMessage() {}, disconnect() {} });
  globalThis.chrome = {
    runtime: { id: 'stand-in', sendMessage, connect, onMessage: heard(), getURL: (path) => path },
    i18n: { getMessage: (key) => key },
    storage: { local: { set: async () => {} } },
  };
})();`;

const ordersFor = (stream: string): FrameOrders => ({
  sessionId: 's1',
  stream,
  tab: 1,
  frame: 0,
  privacy: 'full',
  identity: false,
  paused: false,
  markKey: '00'.repeat(32),
  safeParams: [],
  wizardSteps: [],
  submitSelectors: [],
  guideFields: [],
});

export type RecordedHere = {
  /** Each batch with the address of the frame that sent it. */
  batches: { url: string; content: BatchContent }[];
  /** What was thrown and not caught, by pages and by what records them. */
  thrown: string[];
};

/**
 * Runs the built recorder in a page of a browser without extensions, in a world of its own as an extension’s: what it asks
 * is answered as the background would, what it sends is gathered.
 */
export async function recordWithoutExtension(page: Page): Promise<RecordedHere> {
  const read = (name: string) => readFile(join(builtExtension, name), 'utf8');
  const [recorder, hints] = await Promise.all([read('recorder.js'), read('page-hints.js')]);
  const recorded: RecordedHere = { batches: [], thrown: [] };
  const urls = new Map<string, string>();
  const answer = ({ type, data }: { type: string; data: unknown }): unknown => {
    if (type === 'helloFromFrame') {
      const { token, url } = data as Parameters<Protocol['helloFromFrame']>[0];
      urls.set(token, url);
      return ordersFor(token);
    }
    if (type !== 'keepBatch') return null;
    const { stream, seq, json } = data as Parameters<Protocol['keepBatch']>[0];
    recorded.batches.push({ url: urls.get(stream) ?? '', content: JSON.parse(json) as BatchContent });
    return { kept: seq };
  };
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.enable');
  await cdp.send('Page.enable');
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) =>
    recorded.thrown.push(exception?.description ?? text),
  );
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId: contextId }) => {
    const { id, message } = JSON.parse(payload);
    const expression = `zybAnswer(${id}, ${JSON.stringify({ res: answer(message) })})`;
    // A page that has gone meanwhile asks no more.
    void cdp.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  });
  await cdp.send('Runtime.addBinding', { name: 'zybAsk', executionContextName: world });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: hints });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `${standIn}\n${recorder}`,
    worldName: world,
  });
  return recorded;
}
