import type { Programme, SuggestedItem } from '../../lib/model/programme.ts';

/** Items walked lately, then the programme's own; each name once, with what the programme knows of it. */
export function suggestionsOf(
  recent: readonly SuggestedItem[],
  programme: Pick<Programme, 'suggestedItems'>,
): SuggestedItem[] {
  const byName = new Map<string, SuggestedItem>();
  for (const item of [...recent, ...programme.suggestedItems])
    byName.set(item.name, { ...byName.get(item.name), ...item });
  return [...byName.values()];
}
