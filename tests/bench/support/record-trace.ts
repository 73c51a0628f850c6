import type { CDPSession, Page } from '@playwright/test';
import type { TraceEvent } from './read-trace.ts';

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute', '__metadata'];

/** Records what all processes of the browser do from now on, until `stop`. */
export async function recordTrace(page: Page): Promise<{ stop(): Promise<TraceEvent[]> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: categories,
      excludedCategories: ['*'],
    },
  });
  return {
    async stop() {
      const complete = new Promise<{ dataLossOccurred: boolean; stream?: string }>((resolve) =>
        session.once('Tracing.tracingComplete', resolve),
      );
      await session.send('Tracing.end');
      const { dataLossOccurred, stream } = await complete;
      if (dataLossOccurred || !stream) throw new Error('the browser lost a part of the trace');
      const text = await readStream(session, stream);
      await session.detach();
      return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
    },
  };
}

async function readStream(session: CDPSession, handle: string): Promise<string> {
  const parts: Buffer[] = [];
  for (;;) {
    const { data, eof, base64Encoded } = await session.send('IO.read', { handle, size: 1 << 20 });
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    if (eof) break;
  }
  await session.send('IO.close', { handle });
  return Buffer.concat(parts).toString('utf8');
}
