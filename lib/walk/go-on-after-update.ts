import type { Store } from '../store/open-store.ts';
import { clockOf } from './clock-of.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import { type BrowserApi, freshId, type SessionRow } from './types.ts';
import type { Warnings } from './warn-walker.ts';

/**
 * The extension was updated or loaded anew in the middle of a walk: the browser and its tabs are the same, only what
 * this extension had there is gone, `storage.session` with it. The walk goes on by itself; what happened between its
 * last kept moment and the new recorders is a gap.
 */
export function createUpdateSurvivor(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  injector: Injector;
  warnings: Warnings;
  collectAside(session: SessionRow): Promise<void>;
  onGoesOn(): Promise<void>;
}) {
  const { browser, store, current, injector, warnings, collectAside, onGoesOn } = dependencies;
  let browserStarted = false;
  browser.runtime.onStartup.addListener(() => {
    browserStarted = true;
  });

  /** The walk's tabs that are still there; tab numbers belong to one run of the browser. */
  const tabsLeft = async (session: SessionRow): Promise<number[]> => {
    const tabs = await Promise.all(session.tabs.map((tab) => browser.tabs.get(tab).catch(() => undefined)));
    return tabs.flatMap((tab) => (tab?.id !== undefined && /^https?:/.test(tab.url ?? '') ? [tab.id] : []));
  };
  const goOn = async (): Promise<void> => {
    if (browserStarted || (await current.find())) return;
    const run = await current.browserRun();
    const [session] = (await store.sessions.unfinished(run)).sort((a, b) => b.startedAt - a.startedAt);
    if (!session) return;
    const tabs = await tabsLeft(session);
    if (!tabs.length) return;
    await collectAside(session);
    const from = await store.sessions.lastMoment(session.id);
    await store.db.sessions.update(session.id, { browserRun: run, tabs });
    current.reload();
    await injector.register((await current.find())?.profile?.identityHosts);
    for (const tab of tabs) {
      await injector.relieveIn(tab);
      await injector.intoTab(tab);
    }
    const to = Date.now();
    await store.db.gaps.put({
      id: freshId(),
      sessionId: session.id,
      from: Math.min(from, to),
      to,
      why: 'extension-updated',
      detail: browser.runtime.getManifest().version,
    });
    await onGoesOn();
    await warnings.warn('extensionUpdated', `${clockOf(from)}–${clockOf(to)}`);
  };
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') goOn().catch((error: unknown) => console.error('after the update:', error));
  });
  return { goOn };
}
