import { findCheckItem } from '../../lib/model/checklist.ts';
import { checkItemsOf } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';

/** A check item under its dimension as people read it. */
export type CheckItemText = { dimension: string; item: string; known: boolean };

/** All of a pain point's check items, the first one first. */
export function checkItemTexts(
  programme: Programme | undefined,
  point: Parameters<typeof checkItemsOf>[0],
): (CheckItemText & { checkItemId: string })[] {
  return checkItemsOf(point).map((each) => ({
    ...checkItemText(programme, each),
    checkItemId: each.checkItemId,
  }));
}

/** Dimension and item as people read them; the bare ids where the programme is not at hand. */
export function checkItemText(
  programme: Programme | undefined,
  point: { dimensionId: string; checkItemId: string },
): CheckItemText {
  const found = programme && findCheckItem(programme.checklists, point.checkItemId);
  return found
    ? { dimension: found.dimension.name, item: found.item.text, known: true }
    : { dimension: point.dimensionId, item: point.checkItemId, known: false };
}
