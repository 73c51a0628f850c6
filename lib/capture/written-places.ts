import { ownOf } from './lean/form-ways.ts';
import { isElement } from './node-kinds.ts';

/** Parts of a page that can be written in, as editors of formatted text are: what stands there somebody typed, or a portal filled in. */
export const writtenPart = 'textarea,[contenteditable]:not([contenteditable=false i])';

/** Whether an element's words are, or may be, what somebody typed: it lies in such a part, or holds one. */
export const holdsWriting = (element: Element): boolean =>
  // Asking each element whether it can be edited would make the page work out its styles.
  element.ownerDocument.designMode === 'on' ||
  element.closest(writtenPart) !== null ||
  element.querySelector(writtenPart) !== null;

type Place = Document | ShadowRoot;

/** Of parts in an editor that cannot be written in, as a picture with its caption. */
const isIsland = (node: Node): boolean =>
  isElement(node) && /^false$/i.test(node.getAttribute('contenteditable') ?? '');

/** Ids of all nodes in such parts of these documents and roots; `idOf` gives one below 1 for a node that has none. */
export function writtenIds(places: readonly Place[], idOf: (node: Node) => number): Set<number> {
  const ids = new Set<number>();
  const note = (node: Node) => {
    const id = idOf(node);
    if (id > 0) ids.add(id);
  };
  const take = (node: Node): void => {
    if (isIsland(node)) return;
    note(node);
    for (let child = ownOf(node, 'firstChild'); child; child = ownOf(child, 'nextSibling')) take(child);
  };
  for (const place of places) {
    // No attribute says so of a whole document.
    if ('designMode' in place && place.designMode === 'on') {
      note(place);
      if (place.documentElement) take(place.documentElement);
    }
    // Those within others come behind them.
    for (const part of place.querySelectorAll(writtenPart)) if (!ids.has(idOf(part))) take(part);
  }
  return ids;
}

/**
 * Tells of a node that was told before, by its id, whether it lies in such a part by now. Nobody keeps nodes by their
 * ids, so the page is looked through: once for all that is asked at one go.
 */
export function lookForWritten(
  places: () => readonly Place[],
  idOf: (node: Node) => number,
): (id: number) => boolean {
  let ids: Set<number> | undefined;
  const forget = () => {
    ids = undefined;
  };
  return (id) => {
    if (!ids) {
      ids = writtenIds(places(), idOf);
      queueMicrotask(forget);
    }
    return ids.has(id);
  };
}
