import type { Store } from '../store/open-store.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import { type BrowserApi, freshId } from './types.ts';

/** Keeps the walk's tabs: the first, and every tab or window opened from one of them; and which one is looked at. */
export function followTabs(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  injector: Injector;
  onShown(tab: number): void;
}): void {
  const { browser, store, current, injector, onShown } = dependencies;
  const join = async (tab: number) => {
    await current.change((session) => ({
      tabs: session.tabs.includes(tab) ? session.tabs : [...session.tabs, tab],
    }));
    await injector.intoTab(tab);
  };
  const show = async (tab: number) => {
    const walk = await current.findFor(tab);
    if (!walk || walk.session.visibleTab === tab) return;
    walk.session.visibleTab = tab;
    await current.change({ visibleTab: tab });
    if (walk.session.state === 'recording')
      await store.db.visits.put({
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
  browser.tabs.onActivated.addListener(({ tabId }) => void show(tabId));
  browser.windows.onFocusChanged.addListener(async (windowId) => {
    if (windowId === browser.windows.WINDOW_ID_NONE) return;
    const [tab] = await browser.tabs.query({ active: true, windowId });
    if (tab?.id !== undefined) await show(tab.id);
  });
  browser.tabs.onReplaced.addListener(async (added, removed) => {
    if (!(await current.findFor(removed))) return;
    await join(added);
  });
  browser.tabs.onRemoved.addListener(async (tabId) => {
    const walk = await current.findFor(tabId);
    if (!walk) return;
    // The walk goes on without the tab; a popup that closed gives the view back to the tab before it.
    const left = walk.session.tabs.filter((tab) => tab !== tabId);
    await current.change({ tabs: left });
    const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (active?.id !== undefined) await show(active.id);
  });
}
