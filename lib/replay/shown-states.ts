import { isMutation, type ReplayEvent, type ReplayNode } from './replay-event.ts';

/**
 * Say that a popover is open, that a box is neither ticked nor not: a Replayer makes attributes of none whose name begins
 * as rrweb's own do.
 */
export const openMark = 'zyb-popover';
export const mixedMark = 'zyb-mixed';
/** Says that the page's address points at an element: style sheets of the replay go by it (state-css.ts). */
export const targetMark = 'zyb-target';
/** The same for the states that custom elements set themselves, by their names. */
export const statesMark = 'zyb-states';

const isMarked = (attributes: object | undefined): boolean =>
  attributes !== undefined && (openMark in attributes || mixedMark in attributes);

/** The ids of all that is marked at some time. */
export function markedIds(events: readonly ReplayEvent[]): Set<number> {
  const ids = new Set<number>();
  const look = ({ id, attributes, childNodes }: ReplayNode) => {
    if (isMarked(attributes)) ids.add(id);
    childNodes?.forEach(look);
  };
  for (const { type, data } of events) {
    if (type === 2) look(data.node);
    if (type !== 3 || !isMutation(data)) continue;
    for (const { node } of data.adds) look(node);
    for (const { id, attributes } of data.attributes) if (isMarked(attributes)) ids.add(id);
  }
  return ids;
}

type Mirror = { getNode(id: number): Node | null };

/** Brings what stands in the replay into the states that its attributes say; a popover is above all else only where the browser shows it. */
export function settleStates(ids: ReadonlySet<number>, mirror: Mirror): void {
  for (const id of ids) {
    const element = mirror.getNode(id) as HTMLInputElement | null;
    if (!element?.isConnected || !element.hasAttribute) continue;
    if ('indeterminate' in element) element.indeterminate = element.hasAttribute(mixedMark);
    if (!element.hasAttribute('popover')) continue;
    const isOpen = element.hasAttribute(openMark);
    if (isOpen === element.matches(':popover-open')) continue;
    if (isOpen) element.showPopover();
    else element.hidePopover();
  }
}
