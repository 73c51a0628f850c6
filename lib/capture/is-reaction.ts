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
const silent = /^(?:SCRIPT|STYLE|LINK|META|TITLE|NOSCRIPT|TEMPLATE)$/;

/** A change that a person would take for the page's answer to a press on `pressed`. */
export function isReaction(record: MutationRecord, pressed: Element): boolean {
  const { target, type } = record;
  if (document.head?.contains(target)) return false;
  // Our own bar fades for every picture.
  if (isElement(target) && target.closest('[data-zyb-bar]')) return false;
  if (type === 'characterData') return true;
  if (type === 'childList') return [...record.addedNodes, ...record.removedNodes].some(isSeen);
  const element = target as Element;
  if (record.attributeName === 'class')
    return changedWords(record.oldValue, element.getAttribute('class')).some((word) => !dress.test(word));
  if (record.attributeName === 'style')
    return (
      record.oldValue !== element.getAttribute('style') && element !== pressed && !pressed.contains(element)
    );
  return record.oldValue !== element.getAttribute(record.attributeName ?? '');
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
