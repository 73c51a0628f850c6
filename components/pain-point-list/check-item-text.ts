import { findCheckItem } from '../../lib/model/checklist.ts';
import type { Programme } from '../../lib/model/programme.ts';

/** Dimension and item as people read them; the bare ids where the programme is not at hand. */
export function checkItemText(
  programme: Programme | undefined,
  point: { dimensionId: string; checkItemId: string },
): { dimension: string; item: string; known: boolean } {
  const found = programme && findCheckItem(programme.checklists, point.checkItemId);
  return found
    ? { dimension: found.dimension.name, item: found.item.text, known: true }
    : { dimension: point.dimensionId, item: point.checkItemId, known: false };
}
