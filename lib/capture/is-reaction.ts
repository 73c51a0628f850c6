import { isElement } from './node-kinds.ts';

/** Attributes whose change people see. `type`: the eye beside a password. */
export const telling = [
  'class',
  'style',
  'hidden',
  'open',
  'src',
  'href',
  'value',
  'type',
  'disabled',
  'placeholder',
  'aria-expanded',
  'aria-selected',
  'aria-pressed',
  'aria-checked',
  'aria-hidden',
  'aria-busy',
  'aria-current',
];

/** Dress for the pointer and the focus, and the ripple of a press. */
const dress =
  /(?:^|[-_])(?:hover(?:ed|ing)?|focus(?:ed|in|-visible|-within)?|press(?:ed|ing)?|ripples?|waves?|click(?:ed|ing)?|touch(?:ed|ing)?|animating)(?:$|[-_])/i;
/** Messages that pass by. One that goes answers nothing that was pressed after it came. */
const passing =
  /(?:^|[\s_-])(?:message|msg|toast|toastr|notify|notification|notice|tips?|tooltip|snackbar)(?:$|[\s_-])/i;
const leaving = /(?:^|[-_])(?:leav(?:e|ing)|out|hid(?:e|den|ing)|clos(?:e|ing)|exit(?:ing)?|fade)(?:$|[-_])/i;
const unseenStyle = /display:\s*none|visibility:\s*hidden|opacity:\s*0(?:\.0*)?(?:;|\s|$)/;
const silent = /^(?:SCRIPT|STYLE|LINK|META|TITLE|NOSCRIPT|TEMPLATE)$/;

/** A change that a person would take for the page's answer to a press on `pressed`. */
export function isReaction(record: MutationRecord, pressed: Element): boolean {
  const { target, type } = record;
  if (document.head?.contains(target)) return false;
  // What has gone meanwhile is seen no more; that it went is told where it stood.
  if (!target.isConnected) return false;
  // Our own bar fades for every picture.
  if (isElement(target) && target.closest('[data-zyb-bar]')) return false;
  if (type === 'characterData') return true;
  if (type === 'childList')
    return (
      [...record.addedNodes].some((node) => isSeen(node) && !isBare(node, target, pressed)) ||
      (!isPassing(target, pressed) &&
        [...record.removedNodes].some(
          (node) => isSeen(node) && !isPassing(node, pressed) && !isBare(node, target, pressed),
        ))
    );
  const element = target as Element;
  if (isPassing(element, pressed) && !isComing(record, element)) return false;
  if (record.attributeName === 'class')
    return changedWords(record.oldValue, element.getAttribute('class')).some((word) => !dress.test(word));
  if (record.attributeName === 'style')
    return (
      record.oldValue !== element.getAttribute('style') && element !== pressed && !pressed.contains(element)
    );
  return record.oldValue !== element.getAttribute(record.attributeName ?? '');
}

const isPassing = (node: Node, pressed: Element) =>
  isElement(node) && passing.test(node.getAttribute('class') ?? '') && !node.contains(pressed);

/** An empty box in what was pressed: kits put their ripples into one. */
const isBare = (node: Node, target: Node, pressed: Element) =>
  isElement(node) &&
  pressed.contains(target) &&
  !node.hasAttribute('class') &&
  (node.textContent ?? '').trim() === '' &&
  node.querySelector('img,svg,canvas,input') === null &&
  !/^(?:img|svg|canvas|input|i)$/.test(node.localName);

/** A message that comes, or comes back. */
function isComing({ attributeName, oldValue }: MutationRecord, element: Element): boolean {
  if (attributeName === 'style')
    return unseenStyle.test(oldValue ?? '') && !unseenStyle.test(element.getAttribute('style') ?? '');
  if (attributeName !== 'class') return true;
  return !changedWords(oldValue, element.getAttribute('class')).some((word) => leaving.test(word));
}

function isSeen(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').trim() !== '';
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const element = node as Element;
  if (silent.test(element.tagName) || element.matches('[data-zyb-bar],[role=tooltip]')) return false;
  return ![...element.classList].some((word) => dress.test(word));
}

function changedWords(before: string | null, after: string | null): string[] {
  const had = new Set((before ?? '').split(/\s+/).filter(Boolean));
  const has = new Set((after ?? '').split(/\s+/).filter(Boolean));
  return [...[...had].filter((word) => !has.has(word)), ...[...has].filter((word) => !had.has(word))];
}
