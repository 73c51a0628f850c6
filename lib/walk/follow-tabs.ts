import type { CurrentWalk } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import type { OutsideWatch } from './outside-walk.ts';
import type { OwnRows } from './own-rows.ts';
import type { InOrder } from './turns.ts';
import { type BrowserApi, freshId, type OpenWalk, type SessionRow } from './types.ts';

/**
 * Keeps the walk's tabs: the first, and every tab or window opened from one of them; and which one is looked at. The
 * browser's events are handled one after another: a pop-up that opens and closes at once leaves two switches, not one.
 */
export function followTabs(dependencies: {
  browser: BrowserApi;
  rows: OwnRows;
  current: CurrentWalk;
  injector: Injector;
  inOrder: InOrder;
  outside: Pick<OutsideWatch, 'see'>;
  onShown(tab: number): void;
  /** A tab has been closed that is of this walk still. */
  onGone(walk: OpenWalk, tab: number, at: number): Promise<void>;
}): {
  /** Takes a tab that was opened from one of the walk's; as the others of these, to be called in order. */
  join(tab: number, opener: number, at: number): Promise<void>;
  /** Looks at what the walker looks at. */
  lookNow(at: number): Promise<void>;
  /** Takes a tab that is there already, without bringing a recorder into it. */
  add(tab: number, at: number): Promise<void>;
  /** Sees to it that the tab the walker looks at is known, should the browser's word of it have been lost. */
  look(): Promise<void>;
  /** The walker did something in a tab at these moments: it is the one looked at, whatever the browser said. */
  acted(tab: number, times: readonly number[]): Promise<void>;
  /** The walk goes on after a pause, in which no change of tab was written. */
  resumed(): Promise<void>;
} {
  const { browser, rows, current, injector, inOrder, outside, onShown, onGone } = dependencies;
  /** Since when the tab looked at has been, as far as this worker knows. */
  let shownAt = Date.now();
  const note = (tab: number) =>
    current.note((session) => ({
      tabs: session.tabs.includes(tab) ? session.tabs : [...session.tabs, tab],
    }));
  const bring = async (tab: number) => {
    await note(tab);
    void injector.intoTab(tab).catch(() => undefined);
  };
  const write = ({ id: sessionId, wasTab = {} }: SessionRow, tab: number, at: number) =>
    rows.put('visits', {
      id: freshId(),
      sessionId,
      at,
      tab,
      frame: 0,
      ...(wasTab[tab] === undefined ? {} : { wasTab: wasTab[tab] }),
      kind: 'tab',
      url: '',
      title: '',
      identity: false,
      back: false,
      redirects: 0,
    });
  const show = async (tab: number, at: number): Promise<boolean> => {
    const walk = await current.findFor(tab);
    if (!walk) return false;
    await outside.see(false, at);
    if (walk.session.visibleTab === tab) return true;
    shownAt = at;
    await current.note(() => ({ visibleTab: tab }));
    if (walk.session.state === 'recording') await write(walk.session, tab, at);
    onShown(tab);
    return true;
  };
  const look = async (where: chrome.tabs.QueryInfo, at: number): Promise<boolean> => {
    const [tab] = await browser.tabs.query({ ...where, active: true });
    if (tab?.id !== undefined && (await show(tab.id, at))) return true;
    const open = (await current.find())?.session.tabs;
    // Browser pages say nothing, unless no page of the walk is left.
    if (open) await outside.see(open.length === 0 || /^https?:/.test(tab?.url ?? ''), at);
    return false;
  };
  const showIfSeen = async (tabId: number, at: number) => {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    // A window that has closed again was seen all the same.
    if (!tab || tab.active) await show(tabId, at);
  };
  const join = async (tabId: number, opener: number, at: number) => {
    openers.set(tabId, opener);
    await bring(tabId);
    await showIfSeen(tabId, at);
  };
  /** The view goes back to the tab that opened the one that is gone, where another window than the walk's has the focus. */
  const giveBack = async (opener: number | undefined, at: number) => {
    if (await look({ lastFocusedWindow: true }, at)) return;
    const tab = opener === undefined ? undefined : await browser.tabs.get(opener).catch(() => undefined);
    if (tab?.active) await show(tab.id ?? -1, at);
  };
  const openers = new Map<number, number>();

  browser.webNavigation.onCreatedNavigationTarget.addListener(({ sourceTabId, tabId, timeStamp }) =>
    inOrder(async () => {
      if (await current.findFor(sourceTabId)) await join(tabId, sourceTabId, timeStamp);
    }),
  );
  browser.tabs.onActivated.addListener(({ tabId }) => {
    const at = Date.now();
    return inOrder(async () => (await show(tabId, at)) || look({ lastFocusedWindow: true }, at));
  });
  browser.windows.onFocusChanged.addListener((windowId) => {
    const at = Date.now();
    if (windowId !== browser.windows.WINDOW_ID_NONE) return inOrder(() => look({ windowId }, at));
  });
  browser.tabs.onReplaced.addListener((added, removed) => {
    const at = Date.now();
    return inOrder(async () => {
      const walk = await current.findFor(removed);
      if (!walk) return;
      const wasShown = walk.session.visibleTab === removed;
      await current.note((session) => ({
        tabs: session.tabs.map((tab) => (tab === removed ? added : tab)),
        wasTab: { ...session.wasTab, [added]: removed },
      }));
      await bring(added);
      if (wasShown) await show(added, at);
    });
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    const at = Date.now();
    return inOrder(async () => {
      const walk = await current.findFor(tabId);
      if (!walk) return;
      const wasShown = walk.session.visibleTab === tabId;
      await onGone(walk, tabId, at);
      // The walk goes on without the tab; a popup that closed gives the view back to the tab before it.
      await current.note((session) => ({ tabs: session.tabs.filter((tab) => tab !== tabId) }));
      // The walker may have left it for another before it closed.
      await (wasShown ? giveBack(openers.get(tabId), at) : look({ lastFocusedWindow: true }, at));
      openers.delete(tabId);
    });
  });
  return {
    join,
    lookNow: async (at) => void (await look({ lastFocusedWindow: true }, at)),
    add: (tab, at) => inOrder(() => note(tab).then(() => showIfSeen(tab, at))),
    look: () => inOrder(() => look({ lastFocusedWindow: true }, Date.now())).then(() => undefined),
    async acted(tab, times) {
      const heal = async () => {
        // What was done before the last switch may reach us after it.
        const at = times.find((each) => each > shownAt);
        if (at !== undefined && (await current.find())?.session.visibleTab !== tab) await show(tab, at - 1);
      };
      if (times.length && (await current.find())?.session.visibleTab !== tab) await inOrder(heal);
    },
    resumed() {
      const at = Date.now();
      return inOrder(async () => {
        const session = (await current.find())?.session;
        if (session?.state === 'recording') await write(session, session.visibleTab, at);
      });
    },
  };
}
export type TabFollower = ReturnType<typeof followTabs>;
