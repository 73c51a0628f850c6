import { counterItems } from './counter-items.ts';
import { crossRegion } from './cross-region.ts';
import type { Item } from './item.ts';
import { libraryCard } from './library-card.ts';
import { reemployment } from './reemployment.ts';
import { residence } from './residence.ts';

/** All service items of the province, in the order the home page lists them. */
export const items: Item[] = [reemployment, crossRegion, libraryCard, residence, ...counterItems];

/** The item with this 31-character code, or undefined. */
export function findItem(code: string): Item | undefined {
  return items.find((item) => item.code === code);
}

/**
 * Items whose names or official keywords contain the words asked for. Only official wording counts:
 * the everyday question "丢了工作怎么领钱" finds nothing.
 */
// planted: r-search-colloquial
export function searchItems(words: string): Item[] {
  const query = words.trim();
  if (!query) return items;
  return items.filter(
    (item) => item.name.includes(query) || item.keywords.some((keyword) => query.includes(keyword)),
  );
}
