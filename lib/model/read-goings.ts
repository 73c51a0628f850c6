import { createSameTab } from './same-tab.ts';
import type { Visit } from './visit.ts';

/** Which of the browser's two buttons brought a page; `either` where the addresses seen before do not tell. */
export type Going = 'back' | 'forward' | 'either';

/** Addresses as a tab's history keeps them, and which of them it shows; the last going, which is told more than once. */
type History = { urls: string[]; place: number; last?: { at: number; url: string; going: Going } };

/** As many entries as browsers keep. */
const mostEntries = 50;
/** The browser tells one going back more than once, ms. */
export const sameGoingMs = 1000;

/**
 * By visit id: back or forward, for every visit of which the browser says one of both. It has one word for them; which it
 * was is told by the addresses that the tab showed before.
 */
export function readGoings(visits: readonly Visit[]): ReadonlyMap<string, Going> {
  const sameTab = createSameTab({ visits: [...visits] });
  const histories = new Map<number, History>();
  const goings = new Map<string, Going>();
  for (const visit of [...visits].sort((a, b) => a.at - b.at)) {
    if (visit.frame !== 0 || (visit.kind !== 'document' && visit.kind !== 'route')) continue;
    const tab = sameTab(visit.tab);
    const history = histories.get(tab);
    if (!history) histories.set(tab, { urls: [visit.url], place: 0 });
    if (!visit.back) {
      if (history) addTo(history, visit);
      continue;
    }
    goings.set(visit.id, history ? goTo(history, visit) : 'either');
  }
  return goings;
}

function addTo(history: History, { url, transition }: Visit): void {
  const shown = history.urls[history.place];
  delete history.last;
  // Some routers write a page's own address again before they go on; an empty window's first page takes its place.
  const stays = transition === 'reload' || url === shown || shown === 'about:blank';
  if (!stays) history.place += 1;
  history.urls.splice(history.place, stays ? 1 : history.urls.length, url);
  if (history.urls.length > mostEntries) {
    history.urls.shift();
    history.place -= 1;
  }
}

function goTo(history: History, { at, url }: Visit): Going {
  const { last } = history;
  if (last && last.url === url && at - last.at <= sameGoingMs) return last.going;
  const going = findGoing(history, url);
  history.last = { at, url, going };
  return going;
}

function findGoing(history: History, url: string): Going {
  const { urls, place } = history;
  const isBefore = urls[place - 1] === url;
  const isAfter = urls[place + 1] === url;
  if (isBefore || isAfter) {
    history.place += isBefore ? -1 : 1;
    return isBefore === isAfter ? 'either' : isBefore ? 'back' : 'forward';
  }
  if (urls[place] === url) return 'either';
  const earlier = place > 0 ? urls.lastIndexOf(url, place - 1) : -1;
  const known = earlier >= 0 ? earlier : urls.indexOf(url);
  if (known >= 0) history.place = known;
  // Before the first that was seen there may be others; anywhere else nothing is known of what lies beside it.
  else if (place === 0) urls.unshift(url);
  else Object.assign(history, { urls: [url], place: 0 });
  return 'either';
}
