import { formItem, itemLabel, kitLabel } from './form-items.ts';
import { ownOf } from './lean/form-ways.ts';
import { isElement, isText, SHOW_TEXTS } from './node-kinds.ts';
import { materialName } from './signs/field-signs.ts';
import { writtenPart } from './written-places.ts';

/** What a person would call an element: its label and role. Unredacted: the caller redacts. */

const labelled = 'button,a,[role],input,select,textarea,label,summary,td,th,li,img';

/** The element a person meant when the pointer hit `target`: the nearest thing that can be acted on. */
export function meantElement(target: Element): Element {
  return (
    target.closest(
      'button,a,[role=button],[role=link],[role=menuitem],[role=option],[role=tab],[role=radio],[role=checkbox],[role=switch],input,select,textarea,label,summary,[onclick]',
    ) ?? target
  );
}

/** Role or tag in one word. */
export function roleOf(element: Element): string {
  const role = element.getAttribute('role');
  if (role) return role;
  const tag = ownOf(element, 'localName').toLowerCase();
  if (tag === 'a') return 'link';
  if (tag === 'input') {
    const type = (element as HTMLInputElement).type;
    if (type === 'submit' || type === 'button' || type === 'image' || type === 'reset') return 'button';
    return type === 'checkbox' || type === 'radio' ? type : 'textbox';
  }
  if (tag === 'textarea') return 'textbox';
  if (tag === 'select') return 'combobox';
  return tag;
}

/** The name a person would read for the element, on one line; empty when it has none. The caller redacts, then shortens. */
export function labelOf(element: Element): string {
  const named = ariaName(element) || formLabel(element) || ownText(element) || attributeName(element);
  if (named) return onOneLine(named);
  const around = element.closest(labelled);
  const words = around && around !== element ? onOneLine(ariaName(around) || ownText(around)) : '';
  return words || (isField(element) ? '' : onOneLine(fieldAround(element)));
}

/** From an arrow, a plus or a switch up to the one field it belongs to. */
const fieldDepth = 4;

/** What has no words of its own is called by the field that it is a part of. */
function fieldAround(element: Element): string {
  const item = element.closest(formItem)?.querySelector(kitLabel)?.textContent;
  if (item?.trim()) return item;
  let at = element.parentElement;
  for (let n = 0; at && n < fieldDepth; at = at.parentElement, n += 1) {
    const fields = at.querySelectorAll('input:not([type=hidden]),select,textarea');
    if (fields.length > 1) return '';
    // A part of the page has one field by chance.
    if (fields[0]) return at.querySelector('h1,h2,h3,h4') ? '' : formLabel(fields[0]);
  }
  return '';
}

function ariaName(element: Element): string {
  const direct = element.getAttribute('aria-label');
  if (direct) return direct;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids
    .map((id) => wordsOf(element.ownerDocument.getElementById(id)))
    .join(' ')
    .trim();
}

const buttonTypes = new Set(['submit', 'button', 'reset', 'image']);

function isField(element: Element): boolean {
  const { localName } = element;
  if (localName === 'select' || localName === 'textarea') return true;
  return localName === 'input' && !buttonTypes.has((element as HTMLInputElement).type);
}

/** What stands in these is nobody's to read: source text, what the browser shows where scripts are off, and what was typed. */
const unread = `script,style,noscript,template,${writtenPart}`;

/** The words of an element, and of what is in it but for `without`. */
function wordsOf(element: Element | null | undefined, without = unread): string {
  if (!element?.querySelector(without)) return element?.textContent ?? '';
  const { SHOW_ELEMENT, FILTER_REJECT, FILTER_ACCEPT } = NodeFilter;
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_ELEMENT | SHOW_TEXTS, (node) =>
    isElement(node) && node.matches(without) ? FILTER_REJECT : FILTER_ACCEPT,
  );
  let words = '';
  while (walker.nextNode()) if (isText(walker.currentNode)) words += walker.currentNode.data;
  return words;
}

/** Checkers of forms write what is wrong into a label of the field, too. */
const nameAmong = (labels: NodeListOf<HTMLLabelElement> | null) =>
  labels && [...labels].find((each) => !each.classList.contains('error'));

const isChoice = /^(?:radio|checkbox)$/;
/** What old kits draw right behind a box or dot that they hide has its words; a switch has only on and off. */
const drawnBox = /(?:^|[-_\s])(?:radio|checkbox)(?:$|[-_\s])/;

/** What stands beside a field as its name, as the page has it, with the mark of a required one. */
export function formLabel(element: Element): string {
  if (!isField(element)) return '';
  const labels = (element as HTMLInputElement).labels;
  const own = wordsOf(nameAmong(labels), `${unread},select,textarea`).trim();
  if (own) return own;
  const drawn = element.nextElementSibling;
  if (isChoice.test((element as HTMLInputElement).type) && drawn && drawnBox.test(drawn.className)) {
    const words = drawn.textContent?.trim();
    if (words) return words;
  }
  const text = element.closest(formItem)?.querySelector(itemLabel)?.textContent?.trim();
  if (text) return text;
  const cell = element.closest('td')?.previousElementSibling;
  return cell && /^T[DH]$/.test(cell.tagName) ? (cell.textContent?.trim() ?? '') : '';
}

/** What stands in it was typed. */
const isWrittenIn = (element: Element) => (element as HTMLElement).isContentEditable;

function ownText(element: Element): string {
  if (isField(element) || isWrittenIn(element)) return '';
  if (element.tagName === 'INPUT') return (element as HTMLInputElement).value;
  const text = wordsOf(element);
  return text.length > 400 ? '' : text.replace(/\s+/g, ' ').trim();
}

/** The words of the button that stands for a file field: around it, or right before it; empty when they name nothing. */
export function openerWords(element: Element): string {
  const before = element.previousElementSibling;
  const opener = isFileField(element) ? before : element;
  if (!opener || (opener === before && !opener.matches('button,a,[role=button],label'))) return '';
  const words = wordsOf(opener).replace(/\s+/g, ' ').trim();
  return words.length <= 40 && materialName(words) ? words : '';
}

const isFileField = (element: Element) =>
  element.localName === 'input' && (element as HTMLInputElement).type === 'file';

function attributeName(element: Element): string {
  if (isFileField(element)) {
    const words = openerWords(element);
    if (words) return words;
  }
  for (const name of ['placeholder', 'title', 'alt', 'name']) {
    const value = element.getAttribute(name)?.trim();
    if (value) return value;
  }
  return element.querySelector('img[alt]')?.getAttribute('alt') ?? '';
}

function onOneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[*：:]\s*$/, '')
    .trim()
    .slice(0, 400);
}

/** Shortened for a list, at most 60 characters. After redaction: a cut value might fit no rule any more. */
export function shorten(label: string): string {
  return label.length > 60 ? `${label.slice(0, 59)}…` : label;
}
