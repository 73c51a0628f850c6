import type { CurrentWalk } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import type { OwnRows } from './own-rows.ts';
import { type BrowserApi, freshId } from './types.ts';

/** Keeps the walk's tabs: the first, and every tab or window opened from one of them; and which one is looked at. */
export function followTabs(dependencies: {
  browser: BrowserApi;
  rows: OwnRows;
  current: CurrentWalk;
  injector: Injector;
  onShown(tab: number): void;
}): {
  /** Sees to it that the tab the walker looks at is known, should the browser's word of it have been lost. */
  look(): Promise<void>;
} {
  const { browser, rows, current, injector, onShown } = dependencies;
  const join = async (tab: number) => {
    await current.note((session) => ({
      tabs: session.tabs.includes(tab) ? session.tabs : [...session.tabs, tab],
    }));
    await injector.intoTab(tab);
  };
  const show = async (tab: number) => {
    const walk = await current.findFor(tab);
    if (!walk || walk.session.visibleTab === tab) return;
    await current.note(() => ({ visibleTab: tab }));
    if (walk.session.state === 'recording')
      await rows.put('visits', {
        id: freshId(),
        sessionId: walk.session.id,
        at: Date.now(),
        tab,
        frame: 0,
        kind: 'tab',
        url: '',
        title: '',
        identity: false,
        back: false,
        redirects: 0,
      });
    onShown(tab);
  };
  browser.webNavigation.onCreatedNavigationTarget.addListener(async ({ sourceTabId, tabId }) => {
    if (await current.findFor(sourceTabId)) await join(tabId);
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab?.active) await show(tabId);
  });
  const look = async (where: chrome.tabs.QueryInfo) => {
    const [tab] = await browser.tabs.query({ ...where, active: true });
    if (tab?.id !== undefined) await show(tab.id);
  };
  browser.tabs.onActivated.addListener(({ tabId }) => void show(tabId));
  browser.windows.onFocusChanged.addListener(async (windowId) => {
    if (windowId !== browser.windows.WINDOW_ID_NONE) await look({ windowId });
  });
  browser.tabs.onReplaced.addListener(async (added, removed) => {
    const walk = await current.findFor(removed);
    if (!walk) return;
    await current.note((session) => ({
      tabs: session.tabs.map((tab) => (tab === removed ? added : tab)),
    }));
    await join(added);
    if (walk.session.visibleTab === removed) await show(added);
  });
  browser.tabs.onRemoved.addListener(async (tabId) => {
    const walk = await current.findFor(tabId);
    if (!walk) return;
    // The walk goes on without the tab; a popup that closed gives the view back to the tab before it.
    const left = walk.session.tabs.filter((tab) => tab !== tabId);
    await current.note(() => ({ tabs: left }));
    await look({ lastFocusedWindow: true });
  });
  return { look: () => look({ lastFocusedWindow: true }) };
}
