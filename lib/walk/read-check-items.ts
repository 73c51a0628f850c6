import type { Protocol } from '../messages.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { WalkDependencies } from './types.ts';
import { inTime } from './with-limit.ts';

type Dimensions = ReturnType<Protocol['readCheckItems']>;

/** The check items of the open walk's programme as the in-page bar offers them; none when no walk is open. */
export function createCheckItemReader({
  packs,
  current,
}: Pick<WalkDependencies, 'packs'> & { current: CurrentWalk }) {
  return async function readCheckItems(): Promise<Dimensions> {
    const walk = await current.find();
    if (!walk) return [];
    const programmes = await inTime(packs.programmes(), 2500).catch(() => []);
    const programme = programmes.find((each) => each.id === walk.session.programme.id);
    const dimensions = (programme?.checklists ?? []).flatMap((checklist) => checklist.dimensions);
    return dimensions.map(({ id, name, items }) => ({
      id,
      name,
      items: items.map((item) => ({
        id: item.id,
        text: item.text,
        elsewhere: item.observability === 'none',
      })),
    }));
  };
}
