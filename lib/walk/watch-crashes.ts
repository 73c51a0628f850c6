import { lineName } from '../messages.ts';
import type { Store } from '../store/open-store.ts';
import { clockOf } from './clock-of.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { OwnRows } from './own-rows.ts';
import { createTurns } from './turns.ts';
import { type BrowserApi, freshId, type OpenWalk } from './types.ts';
import type { Warnings } from './warn-walker.ts';

const keyOf = (tab: number) => `crashed.${tab}`;
type Crash = { gap: string; sessionId: string; from: number };

/**
 * Tabs of the walk whose page crashed. No event tells: a tab that is `unloaded` and was not discarded to save memory
 * has lost its renderer. Looked at when the line to its page breaks, on every beat, and when the tab sets out for
 * another document, which is what a walker does with a crashed one. What is missing is the time from the tab's last batch to its next document.
 */
export function watchCrashes(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  rows: OwnRows;
  warnings: Warnings;
}) {
  const { browser, store, current, rows, warnings } = dependencies;
  const area = browser.storage.session;
  const known = async (tab: number): Promise<Crash | undefined> =>
    (await area.get<Record<string, Crash>>(keyOf(tab)))[keyOf(tab)];

  const write = (crash: Crash, tab: number, to: number) =>
    rows.put('gaps', {
      id: crash.gap,
      sessionId: crash.sessionId,
      from: crash.from,
      to: Math.max(crash.from, to),
      why: 'tab-crashed',
      tab,
      detail: '',
    });

  // Several may notice the same crash in the same moment, and its end: one after the other.
  const inTurn = createTurns(1);

  const look = (walk: OpenWalk, tab: number, at = Date.now()) => inTurn(() => lookNow(walk, tab, at));
  const lookNow = async (walk: OpenWalk, tab: number, at: number): Promise<void> => {
    if (walk.session.state !== 'recording') return;
    const state = await browser.tabs.get(tab).catch(() => undefined);
    if (state?.status !== 'unloaded' || state.discarded) return;
    const before = await known(tab);
    const { id, startedAt } = walk.session;
    const crash = before ?? {
      gap: freshId(),
      sessionId: id,
      from: Math.max(startedAt, await store.sessions.lastMomentOfTab(id, tab).catch(() => 0)),
    };
    if (!before) await area.set({ [keyOf(tab)]: crash });
    await write(crash, tab, at);
    await warnings.warn('tabCrashed', `${clockOf(crash.from)}–`);
  };
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== lineName) return;
    port.onDisconnect.addListener(async () => {
      const tab = port.sender?.tab?.id ?? -1;
      const walk = await current.findFor(tab);
      if (walk) await look(walk, tab);
    });
  });
  browser.webNavigation.onBeforeNavigate.addListener(async ({ tabId, frameId }) => {
    if (frameId !== 0) return;
    const walk = await current.findFor(tabId);
    if (walk) await look(walk, tabId);
  });

  const documentCame = (walk: OpenWalk, tab: number, at: number) =>
    inTurn(async () => {
      const crash = await known(tab);
      if (!crash) return;
      await area.remove(keyOf(tab));
      if (crash.sessionId !== walk.session.id) return;
      await write(crash, tab, at);
      await warnings.warn('tabCrashed', `${clockOf(crash.from)}–${clockOf(at)}`);
    });
  browser.webNavigation.onCommitted.addListener(async ({ tabId, frameId, timeStamp }) => {
    if (frameId !== 0) return;
    const walk = await current.findFor(tabId);
    if (walk) await documentCame(walk, tabId, timeStamp);
  });

  return {
    /** Looks at every tab of the walk; what is down is so until `at` at least. */
    async lookAtAll(walk: OpenWalk, at = Date.now()): Promise<void> {
      for (const tab of walk.session.tabs) await look(walk, tab, at);
    },
    /** A document came to this tab: a crash in it is over. */
    documentCame,
  };
}
export type Crashes = ReturnType<typeof watchCrashes>;
