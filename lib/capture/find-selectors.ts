import { accessibleName, accessibleRole, hasDrawnWords, isOnlyOne } from './accessible-name.ts';
import { cssPathOf, findShortCss, xpathOf } from './element-path.ts';
import { findLabelPath } from './label-path.ts';
import { findWordsPath } from './words-path.ts';

export type Redaction = {
  /** `metrics` keeps every text of the page out. */
  privacy: 'full' | 'metrics';
  redactText(text: string): string;
};

/** A page with more text than this is not read through for a second place with the same words; characters. */
const textLimit = 200_000;

/**
 * Several ways to find an element again, best first, in the notation of recorded user flows: `aria/…` by role and
 * name, `text/…`, CSS, `xpath/…`, `pierce/…` inside shadow trees. Each finds this element alone at the time. Never one
 * that carries a run of six digits, which could be a piece of somebody's number, nor a text that redaction changes.
 */
export function findSelectors(element: Element, { privacy, redactText }: Redaction): string[] {
  const isPersonal = (text: string) => redactText(text) !== text;
  const isOnes = (name: string) => privacy === 'full' && isPersonal(name);
  const found: (string | undefined)[] = [];
  const shortCss = findShortCss(element, isPersonal, privacy === 'full');
  if (element.getRootNode() !== element.ownerDocument) {
    // Names and XPath do not reach into a shadow tree alike in all players; CSS does.
    found.push(`pierce/${shortCss ?? cssPathOf(element, isOnes)}`);
  } else {
    if (privacy === 'full') found.push(...byWords(element, isPersonal));
    found.push(shortCss);
    if (privacy === 'full') {
      found.push(prefixed('xpath/', findLabelPath(element, redactText)));
      found.push(prefixed('xpath/', findWordsPath(element, redactText)));
    }
    if (!shortCss) found.push(cssPathOf(element, isOnes));
    found.push(`xpath/${xpathOf(element)}`);
  }
  return found
    .filter((selector): selector is string => Boolean(selector) && !/\d{6}/.test(selector ?? ''))
    .filter((selector) => selector.length <= 1000)
    .slice(0, 6);
}

/** Those that say where an element stands, and nothing of what stands in it. */
export function findPlaces(element: Element): string[] {
  const path = cssPathOf(element, () => true);
  return element.getRootNode() === element.ownerDocument
    ? [path, `xpath/${xpathOf(element)}`]
    : [`pierce/${path}`];
}

function byWords(element: Element, isPersonal: (text: string) => boolean): string[] {
  const role = accessibleRole(element);
  const name = accessibleName(element);
  if (!name || name.length > 60 || /["\\[\]]/.test(name) || isPersonal(name)) return [];
  const found: string[] = [];
  if (role && isOnlyOne(element, role, name) && !hasDrawnWords(element))
    found.push(`aria/${name}[role="${role}"]`);
  // Players look for the words as they stand, so only a text without breaks will do.
  if (element.textContent?.trim() === name && name.length > 1 && isSaidOnce(element.ownerDocument, name))
    found.push(`text/${name}`);
  return found;
}

function isSaidOnce(document: Document, words: string): boolean {
  const text = document.body?.textContent ?? '';
  if (text.length > textLimit) return false;
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0;
}

const prefixed = (prefix: string, rest: string | undefined) =>
  rest === undefined ? undefined : prefix + rest;
