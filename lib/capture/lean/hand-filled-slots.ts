import { idOfNode } from './node-ids.ts';

/** Hears of slots whose nodes have changed. */
let hear: ((event: Event) => void) | undefined;

export function hearSlots(how: NonNullable<typeof hear>, signal: AbortSignal): void {
  hear = how;
  signal.addEventListener('abort', () => {
    if (hear === how) hear = undefined;
  });
}

const pass = (event: Event): void => hear?.(event);

/**
 * Said of each shadow root that is told: whether the page's script itself says what stands in its slots
 * (`slotAssignment: 'manual'`), which no attribute does. From then on changes are heard of; the same listener is added once.
 */
export function isFilledByHand(root: ShadowRoot): boolean {
  if (root.slotAssignment !== 'manual') return false;
  root.addEventListener('slotchange', pass, { capture: true, passive: true });
  return true;
}

/**
 * What a script put into a slot by hand: the ids of the nodes in their order, as a replay needs them (`rr_assigned`);
 * undefined for all other slots, and where nothing is in it. `isWhole` is false when nodes are yet to be told.
 */
export function assignedTo(slot: HTMLSlotElement): { ids: string | undefined; isWhole: boolean } | undefined {
  const root = slot.getRootNode();
  if (!('slotAssignment' in root) || root.slotAssignment !== 'manual') return undefined;
  const ids = slot.assignedNodes().map((node) => idOfNode(node));
  return { ids: ids.filter((id) => id > 0).join() || undefined, isWhole: !ids.includes(-1) };
}
