import type { CurrentWalk } from './current-walk.ts';
import type { OwnRows } from './own-rows.ts';
import { type BrowserApi, freshId } from './types.ts';

type Details = { tabId: number; type: string; url: string; initiator?: string };

/** Whatever a worker asks for the browser calls a call; what is a file by its name is told as one. */
const endings: [RegExp, string][] = [
  [/\.(?:png|jpe?g|gif|webp|avif|svg|ico)$/i, 'image'],
  [/\.m?js$/i, 'script'],
  [/\.css$/i, 'stylesheet'],
  [/\.(?:woff2?|ttf|otf|eot)$/i, 'font'],
  [/\.(?:mp[34]|webm|ogg)$/i, 'media'],
];
export const typeByName = (url: string): string =>
  endings.find(([ending]) => ending.test(url.split(/[?#]/, 1)[0] ?? ''))?.[1] ?? 'xmlhttprequest';

/** True of what a worker of a site (a service worker, a shared one) asks for: the browser names its origin, and no tab. */
export const isByWorker = ({ tabId, type, initiator }: Details): boolean =>
  tabId === -1 && type === 'xmlhttprequest' && /^https?:/.test(initiator ?? '');

/**
 * Finds the tab for which a worker asks: pages of one origin share it. It is the walk's tab of that origin, of several the
 * one looked at. Where a page of that origin is open outside the walk, nobody can know for whom the worker asks: then it
 * is kept for no tab, and a gap says that requests went unseen.
 */
export function createWorkerRequests({
  browser,
  current,
  rows,
}: {
  browser: BrowserApi;
  current: CurrentWalk;
  rows: OwnRows;
}) {
  let gap: { id: string; sessionId: string } | undefined;
  const nameUnseen = async (sessionId: string, at: number) => {
    if (gap?.sessionId === sessionId) return rows.update('gaps', gap.id, sessionId, { to: at });
    gap = { id: freshId(), sessionId };
    await rows.put('gaps', { ...gap, from: at, to: at, why: 'requests-unseen', detail: '' });
  };
  const hasFrameOf = async (tab: chrome.tabs.Tab, isOf: (url?: string) => boolean) => {
    if (isOf(tab.url)) return true;
    const frames = await browser.webNavigation.getAllFrames({ tabId: tab.id ?? -1 }).catch(() => null);
    return frames?.some(({ url }) => isOf(url)) ?? false;
  };

  return {
    /** The walk's tab for which it was asked at this moment; undefined when there is none, or none that is known. */
    async tabOf(origin: string, at: number): Promise<number | undefined> {
      const walk = await current.find();
      if (!walk || walk.session.state !== 'recording') return undefined;
      const { id, tabs, visibleTab } = walk.session;
      // An origin ends before the path, and every page has one.
      const isOf = (url = '') => url.startsWith(`${origin}/`);
      const all = await browser.tabs.query({});
      const ours = all.flatMap((tab) =>
        tab.id !== undefined && tabs.includes(tab.id) && isOf(tab.url) ? [tab.id] : [],
      );
      if (!ours.length) return undefined;
      const others = all.filter((tab) => tab.id !== undefined && !tabs.includes(tab.id));
      const isShared = (await Promise.all(others.map((tab) => hasFrameOf(tab, isOf)))).some(Boolean);
      const tab = ours.includes(visibleTab) ? visibleTab : ours.length === 1 ? ours[0] : undefined;
      if (!isShared && tab !== undefined) return tab;
      await nameUnseen(id, at);
      return undefined;
    },
  };
}
