import type { CatalogueItem } from '../../lib/model/catalogue.ts';
import type { SuggestedItem } from '../../lib/model/programme.ts';
import { type ItemMarks, marksOf } from '../../lib/model/service-item.ts';

/**
 * What catalogue and programme say of an item by its name. `named` are the catalogue's items of that name: where several
 * bear it, nothing is known until one is chosen by its code.
 */
export function knownMarks(
  suggested: readonly SuggestedItem[],
  named: readonly CatalogueItem[],
  name: string,
  chosen: string | undefined,
): ItemMarks {
  const listed = named.length > 1 ? named.find(({ code }) => chosen && code === chosen) : named[0];
  return marksOf(
    listed,
    suggested.find((each) => each.name === name),
  );
}
