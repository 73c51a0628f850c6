import { isFilledByHand } from './lean/hand-filled-slots.ts';
import { askForClosedRoots, rootOf as findRoot } from './lean/install.ts';
import { noteRoot } from './lean/known-roots.ts';
import { idOfNode } from './lean/node-ids.ts';
import { hearPopoversIn } from './lean/open-popovers.ts';
import type { RrwebHooks } from './lean/rrweb-hooks.ts';
import { findAbove } from './look-above.ts';

/**
 * What whoever heals from hints needs of the recording that holds the hinted nodes. A same-origin iframe hears its own
 * hints, but the frame above records it: ids, roots and sheets are known there alone (docs/adr/0055).
 */
export type Healing = {
  /** Puts one of rrweb's increments into the stream. */
  tell(data: object): void;
  checkoutSoon(): void;
  /** Below 1 for a node that is not in the stream. */
  idOf(node: Node): number;
  /** An element's shadow root, open or closed. */
  rootOf(element: Element): ShadowRoot | null;
  /** From now on any element may hold a closed root. */
  askForClosedRoots(): void;
  /** From now on what happens in this root is in the stream. */
  watchRoot(root: ShadowRoot): void;
  /** Tells the sheets adopted by the document or shadow host with this id. */
  adopt(sheets: readonly CSSStyleSheet[], hostId: number): void;
  /** An id that no other sheet of the stream has. */
  freshSheetId(): number;
  /** An id that no node of the stream has. */
  freshNodeId(): number;
};

type Sink = (event: { type: number; timestamp: number; data: unknown }) => void;
type Sharing = { zybHealing?: Healing };

const INCREMENTAL = 3;
/** Ids of sheets told anew begin here, above rrweb's own and within the room that a replay leaves each stream. */
const ownIds = 500_000;

/** For the frame that records; until the signal aborts the same-origin frames inside heal by it too. */
export function shareHealing(
  sink: Sink,
  checkoutSoon: () => void,
  hooks: RrwebHooks,
  signal: AbortSignal,
): Healing {
  let lastSheet = ownIds;
  const healing: Healing = {
    tell(data) {
      if (!signal.aborted) sink({ type: INCREMENTAL, timestamp: Date.now(), data });
    },
    checkoutSoon,
    idOf: idOfNode,
    rootOf: (element) => findRoot(element, true),
    askForClosedRoots,
    watchRoot(root) {
      noteRoot(root);
      hearPopoversIn(root);
      // Before anything in it: a replay makes the root with the first node.
      if (isFilledByHand(root)) {
        const attributes = [{ id: idOfNode(root.host), attributes: { rr_slots: 'manual' } }];
        healing.tell({ source: 0, texts: [], removes: [], adds: [], attributes });
      }
      hooks.addShadowRoot?.(root);
    },
    adopt: (sheets, hostId) => hooks.styles?.adoptStyleSheets(sheets, hostId),
    freshSheetId: () => ++lastSheet,
    freshNodeId: () => hooks.freshId?.() ?? -1,
  };
  (globalThis as Sharing).zybHealing = healing;
  signal.addEventListener('abort', () => {
    if ((globalThis as Sharing).zybHealing === healing) delete (globalThis as Sharing).zybHealing;
  });
  return healing;
}

const above = () => findAbove('zybHealing') as Healing | undefined;

/** For a frame that another records: looked for each time, because that one's recording may end and begin anew. */
export const healingAbove: Healing = {
  tell: (data) => above()?.tell(data),
  checkoutSoon: () => above()?.checkoutSoon(),
  idOf: (node) => above()?.idOf(node) ?? -1,
  rootOf: (element) => above()?.rootOf(element) ?? null,
  askForClosedRoots: () => above()?.askForClosedRoots(),
  watchRoot: (root) => above()?.watchRoot(root),
  adopt: (sheets, hostId) => above()?.adopt(sheets, hostId),
  freshSheetId: () => above()?.freshSheetId() ?? ownIds,
  freshNodeId: () => above()?.freshNodeId() ?? -1,
};
