import { isShown } from './is-shown.ts';
import { SHOW_TEXTS } from './node-kinds.ts';
import { messageText } from './read-message.ts';
import { readOnce } from './read-once.ts';
import { sweepPage } from './sweep-page.ts';
import { holdsWriting, writtenPart } from './written-places.ts';

/** Words in heads, feet and side bars of a page are there on every page; what was typed is nobody's to read. */
const everyPage =
  `${writtenPart},` +
  'header,footer,nav,aside,[role=navigation],[role=contentinfo],[role=banner],[class*="footer"],[class*="header"],[class*="float"],[class*="sidebar"],[data-zyb-bar]';

/** A notice longer than this is a text to read, such as a declaration to agree to. */
const longest = 400;
/** At most this many places a look. */
const placesLimit = 300;

/** The buttons under a notice are part of its text. */
const answers = /(?:\s*(?:我?知道了|确定|确认|取消|关闭|好的|返回|×))+\s*$/;

/** What stands in these is not on the screen. */
const unread = new Set(['script', 'style', 'noscript', 'template']);

export type Notice = { element: Element; text: string };

/** The notices on the screen now. */
export const readNotices: () => Notice[] = readOnce(() => {
  const found: Notice[] = [];
  const places = sweepPage().notice;
  for (let n = 0; n < places.length && n < placesLimit; n += 1) {
    const element = places[n] as Element;
    const text = wordsOf(element, longest);
    if (text && isShown(element)) found.push({ element, text });
  }
  return found;
});

/**
 * Links, buttons and headings of the page's own part, as far as they are short enough to call for something and `mayCall`
 * does not say no to their words; those in `seen` are left out, those looked at put into it.
 */
export function readCalls(seen: WeakSet<Element>, mayCall: (text: string) => boolean): Notice[] {
  const found: Notice[] = [];
  let read = 0;
  for (const tag of ['a', 'button', 'h1', 'h2']) {
    const all = document.getElementsByTagName(tag);
    for (let n = 0; n < all.length && read < placesLimit; n += 1) {
      const element = all[n] as Element;
      if (seen.has(element) || !isShown(element)) continue;
      seen.add(element);
      const text = wordsOf(element, 40);
      if (!text) continue;
      read += 1;
      if (mayCall(text) && !inside(element, everyPage)) found.push({ element, text });
    }
  }
  return found;
}

const inside = (element: Element, places: string) => element.closest(places) !== null;

/** What it says, on one line, without its buttons; empty when that is nothing, or more than a notice. */
function wordsOf(element: Element, most: number): string {
  const words = holdsWriting(element) ? messageText(element) : (element.textContent ?? '');
  const text = words.replace(/\s+/g, ' ').replace(answers, '').trim();
  return text.length < 2 || text.length > most ? '' : text;
}

/** The first words of the page's own part, at most `limit` characters; long pages are not read through. */
export function firstWords(limit = 600): string {
  const root = document.querySelector('main,[role=main],#main,#app') ?? document.body;
  if (!root) return '';
  const texts = document.createTreeWalker(root, SHOW_TEXTS);
  let words = '';
  for (
    let node = texts.nextNode(), n = 0;
    node && n < 300 && words.length < limit;
    node = texts.nextNode(), n += 1
  ) {
    const text = node.nodeValue?.trim();
    const parent = text ? node.parentElement : null;
    if (!parent || unread.has(parent.localName) || parent.localName === 'option') continue;
    if (!inside(parent, everyPage) && isShown(parent)) words += `${text} `;
  }
  return words.replace(/\s+/g, ' ').trim().slice(0, limit);
}

/** How much there is to read on the page, stopped counting at `enough` characters; heads and feet count too. */
export function readable(enough: number): number {
  if (!document.body) return 0;
  const texts = document.createTreeWalker(document.body, SHOW_TEXTS);
  let count = 0;
  for (
    let node = texts.nextNode(), n = 0;
    node && n < 500 && count < enough;
    node = texts.nextNode(), n += 1
  ) {
    const { length } = node.nodeValue?.trim() ?? '';
    const parent = length ? node.parentElement : null;
    if (!parent || unread.has(parent.localName) || !isShown(parent)) continue;
    if (!inside(parent, '[data-zyb-bar]')) count += length;
  }
  return count;
}
