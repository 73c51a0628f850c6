import type { SuggestedItem } from '../../lib/model/programme.ts';
import type { Catalogue } from './walk-panel-props.ts';

/** What the field offers: a suggestion, or an item of a catalogue with the authority it belongs to. */
export type ItemChoice = Pick<SuggestedItem, 'name' | 'code'> & {
  oneThing?: boolean | undefined;
  crossRegion?: boolean | undefined;
  department?: string;
};

/** More than these are no help to look through: the walker types on. */
const fromCatalogue = 40;

/** Suggestions that hold what was typed, then catalogue items that do, each name of an authority once. */
export function itemChoices(
  suggested: readonly SuggestedItem[],
  catalogue: Catalogue | undefined,
  typed: string,
): ItemChoice[] {
  const query = typed.trim().toLowerCase();
  const near = suggested.filter((item) => item.name.toLowerCase().includes(query));
  const names = new Set(near.map((item) => item.name));
  const found = catalogue?.search(query, fromCatalogue) ?? [];
  return [...near, ...found.filter((item) => !names.has(item.name))];
}
