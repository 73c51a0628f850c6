import type { Aim } from '../../lib/model/aim.ts';
import { type Checklist, findCheckItem } from '../../lib/model/checklist.ts';
import { keyOf } from '../format/key-of.ts';
import type { Text } from '../text.tsx';

/** Of what kind an aim is, where that needs saying. */
export function sourceWord({ from }: Pick<Aim, 'from'>, text: Text): string | undefined {
  if (from === 'own') return undefined;
  return text(keyOf('aims.from', from));
}

/** What a pain point is called beside an aim: the moment, and what was tagged. */
export function taggedWord(
  point: { at: number; checkItemId: string; note?: string },
  clock: string,
  checklists: readonly Checklist[],
): string {
  const item = findCheckItem(checklists, point.checkItemId)?.item.text ?? point.checkItemId;
  return `${clock} ${(point.note?.trim() || item).slice(0, 60)}`;
}
