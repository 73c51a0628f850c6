import type { GuideKey } from '../../model/guide-page.ts';
import { SHOW_TEXTS } from '../node-kinds.ts';
import { bare, longestLabel, materialLabels } from './guide-labels.ts';

/** A label on the page: the element it stands in, and its value where both are one text ("承诺时限：5个工作日"). */
export type FoundLabel = {
  key: GuideKey | 'material-name';
  label: string;
  element: Element;
  inline?: string;
};

/** A page whose first so many texts hold no label at all is no guide page; most pages cost this and no more. */
const giveUpAfter = 800;
/** Longer pages are read so far. */
const textLimit = 6000;
/** Labels of a guide, different ones; fewer are those of a form or a list of items. */
export const fewestLabels = 5;

/** Every label of the dictionary in the order of the page; empty for a page that is none. */
export function findLabels(root: Node, keyOf: (label: string) => GuideKey | undefined): FoundLabel[] {
  const owner = root.ownerDocument ?? (root as Document);
  const texts = owner.createTreeWalker(root, SHOW_TEXTS);
  const found: FoundLabel[] = [];
  let n = 0;
  for (let node = texts.nextNode(); node && n < textLimit; node = texts.nextNode()) {
    const raw = node.nodeValue ?? '';
    if (raw.length < 2 || raw.length > 2000) continue;
    const text = raw.trim();
    if (text.length < 2) continue;
    n += 1;
    if (n > giveUpAfter && found.length === 0) return [];
    const label = labelIn(node, text, keyOf);
    if (label) found.push(label);
  }
  const kinds = new Set(found.map((each) => each.key));
  kinds.delete('material-name');
  return kinds.size >= fewestLabels ? found : [];
}

function labelIn(
  node: Node,
  text: string,
  keyOf: (label: string) => GuideKey | undefined,
): FoundLabel | undefined {
  const colon = colonIn(text);
  const whole = colon === -1 || colon === text.length - 1;
  const word = whole ? text : text.slice(0, colon);
  if (word.length > longestLabel) return undefined;
  const label = bare(word);
  const key = materialLabels.has(label) ? 'material-name' : keyOf(label);
  const element = node.parentNode as Element | null;
  if (!key || !element || isWayfinding(element)) return undefined;
  return { key, label, element, ...(whole ? {} : { inline: text.slice(colon + 1).trim() }) };
}

function colonIn(text: string): number {
  const wide = text.indexOf('：');
  const narrow = text.indexOf(':');
  return wide === -1 || (narrow !== -1 && narrow < wide) ? narrow : wide;
}

/** A word in a menu, a tab or a button leads somewhere and declares nothing. */
const isWayfinding = (element: Element): boolean =>
  element.closest('a,button,nav,option,[role=tab],[role=menuitem],[data-zyb-bar],script,style') !== null;
