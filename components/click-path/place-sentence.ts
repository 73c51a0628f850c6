import type { CameBy } from '../../lib/model/click-path.ts';
import type { Text } from '../text.tsx';

/** How the walker came to a place, as a sentence: “返回上一页：办事指南”. */
export function placeSentence(came: { by: CameBy; again: boolean }, name: string, text: Text): string {
  const { by, again } = came;
  const place = text('clickPath.quoted', name);
  if (by === 'history') return text('clickPath.came.backElsewhere', place);
  if (by === 'back') return text(again ? 'clickPath.came.back' : 'clickPath.came.backElsewhere', place);
  if (by === 'reload' && !again) return text('clickPath.came.link', place);
  if (again && (by === 'link' || by === 'route' || by === 'wizard'))
    return text('clickPath.came.again', place);
  return text(`clickPath.came.${by}`, place);
}
