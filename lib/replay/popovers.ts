import { isMutation, type ReplayEvent, type ReplayNode } from './replay-event.ts';

/** Says that a popover is open: a Replayer makes attributes of none whose name begins as rrweb's own do. */
export const openMark = 'zyb-popover';

/** The ids of all that is an open popover at some time. */
export function popoverIds(events: readonly ReplayEvent[]): Set<number> {
  const ids = new Set<number>();
  const look = ({ id, attributes, childNodes }: ReplayNode) => {
    if (attributes && openMark in attributes) ids.add(id);
    childNodes?.forEach(look);
  };
  for (const { type, data } of events) {
    if (type === 2) look(data.node);
    if (type !== 3 || !isMutation(data)) continue;
    for (const { node } of data.adds) look(node);
    for (const { id, attributes } of data.attributes) if (openMark in attributes) ids.add(id);
  }
  return ids;
}

type Mirror = { getNode(id: number): Node | null };

/** Opens and closes what stands in the replay as its attributes say; only where it is shown by the browser it is above all else. */
export function settlePopovers(ids: ReadonlySet<number>, mirror: Mirror): void {
  for (const id of ids) {
    const element = mirror.getNode(id) as HTMLElement | null;
    if (!element?.isConnected || !element.hasAttribute?.('popover')) continue;
    const isOpen = element.hasAttribute(openMark);
    if (isOpen === element.matches(':popover-open')) continue;
    if (isOpen) element.showPopover();
    else element.hidePopover();
  }
}
