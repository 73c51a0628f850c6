import { meantElement } from './describe-element.ts';
import { hearEvents } from './hear-events.ts';
import { isElement, isTag } from './node-kinds.ts';

/** What was pressed so long before opened the file picker. Milliseconds. */
const openedWithinMs = 2000;

/**
 * Files chosen in a field that a script made and never put into the page, of which no event reaches the document:
 * `page-hints` hands the field over when the page opens its picker. `chosen` also gets the element pressed for it, which
 * is what the walker saw; the field itself when nothing was pressed.
 */
export function watchLooseFileFields(
  chosen: (field: HTMLInputElement, at: Element) => void,
  signal: AbortSignal,
): void {
  const heard = new WeakMap<HTMLInputElement, Element>();
  let pressed: { target: Element; at: number } | undefined;
  hearEvents(
    ['click'],
    ({ isTrusted, target }) => {
      if (isTrusted && isElement(target)) pressed = { target, at: performance.now() };
    },
    signal,
  );
  document.addEventListener(
    'zyb:file',
    (event) => {
      const field = (event as MouseEvent).relatedTarget;
      if (!isTag(field, 'input') || field.type !== 'file' || field.isConnected) return;
      const known = heard.has(field);
      const lately =
        pressed && performance.now() - pressed.at < openedWithinMs ? meantElement(pressed.target) : undefined;
      heard.set(field, lately ?? field);
      if (known) return;
      field.addEventListener(
        'change',
        // One that was put into the page meanwhile is told by the document.
        ({ isTrusted }) => isTrusted && !field.isConnected && chosen(field, heard.get(field) ?? field),
        { signal },
      );
    },
    { signal },
  );
}
