import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { checkItemTexts } from '../pain-point-list/check-item-text.ts';

/** Check items under their dimensions; one the programme does not have stays choosable. */
export function itemOptions(programme: Programme | undefined, point: PainPoint) {
  const groups = (programme?.checklists ?? []).flatMap((list) =>
    list.dimensions.map((dimension) => ({
      label: `${list.title} · ${dimension.name}`,
      title: dimension.question,
      options: dimension.items.map((item) => ({ value: item.id, label: item.text })),
    })),
  );
  const unknown = checkItemTexts(programme, point).filter((each) => !each.known && each.checkItemId);
  return [
    ...unknown.map(({ dimension, item, checkItemId }) => ({
      label: dimension,
      title: '',
      options: [{ value: checkItemId, label: item }],
    })),
    ...groups,
  ];
}
