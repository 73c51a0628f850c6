import type { CurrentWalk } from './current-walk.ts';
import type { TabFollower } from './follow-tabs.ts';
import type { InOrder } from './turns.ts';
import type { BrowserApi } from './types.ts';

/** How a page comes that another page, and not the walker's own hand in the address bar, has asked for. */
const byPage = /^(?:link|form_submit)$/;
const isWeb = (address: string) => /^https?:/.test(address);

/**
 * Tabs that the browser does not announce as opened by a page, such as a pop-up that was held back and let through by
 * hand. An opener alone proves nothing: a new tab of the walker's own has one too. What a page asked for belongs to the
 * walk, and so does a second tab of the same page; whatever else comes is looked at only for whether the walker sees it.
 */
export function watchNewTabs(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  inOrder: InOrder;
  tabs: Pick<TabFollower, 'join' | 'lookNow'>;
}): void {
  const { browser, current, inOrder, tabs } = dependencies;
  const openers = new Map<number, number>();

  browser.tabs.onCreated.addListener((tab) => {
    const at = Date.now();
    return inOrder(async () => {
      const { id, openerTabId, pendingUrl, url } = tab;
      const address = pendingUrl || url || '';
      if (id === undefined || openerTabId === undefined || !isWeb(address)) return;
      if (!(await current.findFor(openerTabId)) || (await current.findFor(id))) return;
      const opener = await browser.tabs.get(openerTabId).catch(() => undefined);
      if (opener?.url === address) return tabs.join(id, openerTabId, at);
      openers.set(id, openerTabId);
    });
  });
  browser.tabs.onRemoved.addListener((id) => void openers.delete(id));
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId, url, transitionType, timeStamp }) => {
    if (frameId !== 0) return;
    return inOrder(async () => {
      const opener = openers.get(tabId);
      openers.delete(tabId);
      const walk = await current.find();
      if (!walk || walk.session.tabs.includes(tabId)) return;
      const isAskedFor = opener !== undefined && byPage.test(transitionType) && isWeb(url);
      await (isAskedFor ? tabs.join(tabId, opener, timeStamp) : tabs.lookNow(timeStamp));
    });
  });
}
