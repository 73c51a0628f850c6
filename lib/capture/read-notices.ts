import { isShown } from './is-shown.ts';
import { sweepPage } from './sweep-page.ts';

/** Words in heads, feet and side bars of a page are there on every page. */
const everyPage =
  'header,footer,nav,aside,[role=navigation],[role=contentinfo],[role=banner],[class*="footer"],[class*="header"],[class*="float"],[class*="sidebar"],[data-zyb-bar]';

/** A notice longer than this is a text to read, such as a declaration to agree to. */
const longest = 400;
/** At most this many places a look. */
const placesLimit = 300;

/** The buttons under a notice are part of its text. */
const answers = /(?:\s*(?:我?知道了|确定|确认|取消|关闭|好的|返回|×))+\s*$/;

export type Notice = { element: Element; text: string };

/** The notices on the screen now. */
export function readNotices(): Notice[] {
  const found: Notice[] = [];
  for (const element of sweepPage().notice.slice(0, placesLimit)) {
    const text = wordsOf(element, longest);
    if (text && isShown(element)) found.push({ element, text });
  }
  return found;
}

/**
 * Links, buttons and headings of the page's own part, as far as they are short enough to call for something; those in
 * `seen` are left out, the others put into it.
 */
export function readCalls(seen: WeakSet<Element>): Notice[] {
  const found: Notice[] = [];
  for (const tag of ['a', 'button', 'h1', 'h2']) {
    const all = document.getElementsByTagName(tag);
    for (let n = 0; n < all.length && found.length < placesLimit; n += 1) {
      const element = all[n] as Element;
      if (seen.has(element) || !isShown(element)) continue;
      seen.add(element);
      const text = wordsOf(element, 40);
      if (text && !inside(element, everyPage)) found.push({ element, text });
    }
  }
  return found;
}

const inside = (element: Element, places: string) => element.closest(places) !== null;

/** What it says, on one line, without its buttons; empty when that is nothing, or more than a notice. */
function wordsOf(element: Element, most: number): string {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').replace(answers, '').trim();
  return text.length < 2 || text.length > most ? '' : text;
}

/** The first words of the page's own part, at most `limit` characters; long pages are not read through. */
export function firstWords(limit = 600): string {
  const root = document.querySelector('main,[role=main],#main,#app') ?? document.body;
  if (!root) return '';
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let words = '';
  for (
    let node = texts.nextNode(), n = 0;
    node && n < 300 && words.length < limit;
    node = texts.nextNode(), n += 1
  ) {
    const parent = node.parentElement;
    const text = node.nodeValue?.trim();
    if (!text || !parent || /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION)$/.test(parent.tagName)) continue;
    if (!inside(parent, everyPage) && isShown(parent)) words += `${text} `;
  }
  return words.replace(/\s+/g, ' ').trim().slice(0, limit);
}

/** How much there is to read on the page, stopped counting at `enough` characters; heads and feet count too. */
export function readable(enough: number): number {
  if (!document.body) return 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (
    let node = texts.nextNode(), n = 0;
    node && n < 500 && count < enough;
    node = texts.nextNode(), n += 1
  ) {
    const parent = node.parentElement;
    if (!parent || /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(parent.tagName) || !isShown(parent)) continue;
    if (!inside(parent, '[data-zyb-bar]')) count += node.nodeValue?.trim().length ?? 0;
  }
  return count;
}
