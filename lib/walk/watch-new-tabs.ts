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
  /** Tabs that show nothing yet and are no new tab of the walker's own, with their openers as far as told. */
  const fresh = new Map<number, number | undefined>();
  /** The tab of the walk that this one, with its first document, comes from. */
  const findOpener = async (tabId: number, url: string, transition: string): Promise<number | undefined> => {
    if (!fresh.has(tabId) || !isWeb(url)) return undefined;
    // Some openers are told only after the tab.
    const id = fresh.get(tabId) ?? (await browser.tabs.get(tabId).catch(() => undefined))?.openerTabId;
    if (id === undefined || !(await current.findFor(id))) return undefined;
    if (byPage.test(transition)) return id;
    const opener = await browser.tabs.get(id).catch(() => undefined);
    return opener?.url === url ? id : undefined;
  };

  browser.tabs.onCreated.addListener(({ id, openerTabId, pendingUrl, url }) => {
    const address = pendingUrl || url;
    if (id !== undefined && (!address || isWeb(address))) fresh.set(id, openerTabId);
  });
  browser.tabs.onRemoved.addListener((id) => void fresh.delete(id));
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId, url, transitionType, timeStamp }) => {
    if (frameId !== 0) return;
    return inOrder(async () => {
      const walk = await current.find();
      const isOfWalk = walk?.session.tabs.includes(tabId);
      const opener = walk && !isOfWalk ? await findOpener(tabId, url, transitionType) : undefined;
      fresh.delete(tabId);
      if (!walk || isOfWalk) return;
      await (opener === undefined ? tabs.lookNow(timeStamp) : tabs.join(tabId, opener, timeStamp));
    });
  });
}
