import { ownOf } from './lean/form-ways.ts';
import { isElement, isText, SHOW_TEXTS } from './node-kinds.ts';

/** What a person would call an element: its label and role. Unredacted: the caller redacts. */

const labelled = 'button,a,[role],input,select,textarea,label,summary,td,th,li,img';

/** The element a person meant when the pointer hit `target`: the nearest thing that can be acted on. */
export function meantElement(target: Element): Element {
  return (
    target.closest(
      'button,a,[role=button],[role=menuitem],[role=option],[role=tab],[role=radio],[role=checkbox],input,select,textarea,label,summary,[onclick]',
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
  return around && around !== element ? onOneLine(ariaName(around) || ownText(around)) : '';
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

/** What stands in these is nobody's to read: source text, and what the browser shows where scripts are off. */
const unread = 'script,style,noscript,template';

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

/** What stands beside a field as its name, as the page has it, with the mark of a required one. */
export function formLabel(element: Element): string {
  if (!isField(element)) return '';
  const labels = (element as HTMLInputElement).labels;
  const own = wordsOf(labels?.[0], `${unread},select,textarea`).trim();
  if (own) return own;
  const item = element.closest('.el-form-item,.ant-form-item,.layui-form-item,.form-group,.ivu-form-item');
  const text = item
    ?.querySelector('label,.el-form-item__label,.ant-form-item-label,.layui-form-label')
    ?.textContent?.trim();
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

function attributeName(element: Element): string {
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
