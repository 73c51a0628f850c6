import { setTimeout as delay } from 'node:timers/promises';
import type { Origins } from '../../portal/config.ts';
import { injectPeer } from '../support/inject-peer.ts';
import { runWalk } from '../support/run-walk.ts';
import { startChromium } from '../support/start-chromium.ts';

/** The bare rrweb stream of the walk: one JSON array of events per document, in the order the documents came. */
export async function collectStream(
  origins: Origins,
  scriptUrl: string,
): Promise<{ text: string; documents: number; events: number }> {
  const browser = await startChromium();
  try {
    const documents = new Map<string, string[]>();
    await browser.context.exposeBinding('zybKeep', (_, id: string, event: string) => {
      const events = documents.get(id);
      if (events) events.push(event);
      else documents.set(id, [event]);
    });
    await injectPeer(browser.context, scriptUrl);
    await runWalk(browser.page, origins);
    await delay(1000);
    const streams = [...documents.values()];
    const events = streams.reduce((sum, each) => sum + each.length, 0);
    if (events < 100) throw new Error(`rrweb gave ${events} events: it did not record`);
    return {
      text: streams.map((each) => `[${each.join(',')}]`).join('\n'),
      documents: streams.length,
      events,
    };
  } finally {
    await browser.close();
  }
}
