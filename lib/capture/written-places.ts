import { isElement } from './node-kinds.ts';

/** Parts of a page that can be written in, as editors of formatted text are: what stands there somebody typed, or a portal filled in. */
export const writtenPart = 'textarea,[contenteditable]:not([contenteditable=false i])';

/** Whether an element's words are, or may be, what somebody typed: it lies in such a part, or holds one. */
export const holdsWriting = (element: Element): boolean =>
  // Asking each element whether it can be edited would make the page work out its styles.
  element.ownerDocument.designMode === 'on' ||
  element.closest(writtenPart) !== null ||
  element.querySelector(writtenPart) !== null;

/** The same of a node that was told already: whether it lies in such a part by now, or is a document that is one. */
export function isWritten(node: Node | null): boolean {
  if (!node) return false;
  if (node.nodeType === Node.DOCUMENT_NODE) return (node as Document).designMode === 'on';
  if (node.ownerDocument?.designMode === 'on') return true;
  const element = isElement(node) ? node : node.parentElement;
  const around = element?.closest('[contenteditable]');
  return around != null && !/^false$/i.test(around.getAttribute('contenteditable') ?? '');
}
