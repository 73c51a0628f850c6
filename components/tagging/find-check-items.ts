import type { CheckItem, Checklist, Dimension } from '../../lib/model/checklist.ts';

export type FoundItem = { dimension: Dimension; item: CheckItem };

/** True when the recorder can see the item or help to judge it; the others go to the offline group. */
export function isOnScreen(item: CheckItem): boolean {
  return item.observability === 'direct' || item.observability === 'assisted';
}

/** The items in the order in which they are shown: on screen first, then offline, each as the checklist has them. */
export function inShownOrder(found: readonly FoundItem[]): FoundItem[] {
  const here = found.filter(({ item }) => isOnScreen(item));
  return [...here, ...found.filter(({ item }) => !isOnScreen(item))];
}

/** The items of one dimension, in shown order; empty for a dimension that no checklist has. */
export function itemsOf(checklists: readonly Checklist[], dimensionId: string | undefined): FoundItem[] {
  const dimension = checklists.flatMap((list) => list.dimensions).find((each) => each.id === dimensionId);
  return dimension ? inShownOrder(dimension.items.map((item) => ({ dimension, item }))) : [];
}

/** The items of all checklists that contain every word asked for, in their own text or in their dimension's. */
export function searchCheckItems(checklists: readonly Checklist[], query: string): FoundItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = checklists.flatMap((list) =>
    list.dimensions.flatMap((dimension) =>
      dimension.items
        .filter((item) => {
          const where = `${item.text} ${dimension.name} ${dimension.question}`.toLowerCase();
          return words.every((word) => where.includes(word));
        })
        .map((item) => ({ dimension, item })),
    ),
  );
  return inShownOrder(found);
}
