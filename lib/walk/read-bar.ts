import type { Protocol } from '../messages.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { WalkDependencies } from './types.ts';
import { inTime } from './with-limit.ts';

type Bar = ReturnType<Protocol['readBar']>;

/** What the in-page bar shows: the walk's state and the check items of its programme. Null when no walk is open. */
export function createBarReader({
  packs,
  current,
  readWalk,
}: Pick<WalkDependencies, 'packs'> & {
  current: CurrentWalk;
  readWalk(): Promise<NonNullable<Bar>['state']>;
}) {
  return async function readBar(): Promise<Bar> {
    const walk = await current.find();
    if (!walk) return null;
    const programmes = await inTime(packs.programmes(), 2500).catch(() => []);
    const programme = programmes.find((each) => each.id === walk.session.programme.id);
    const dimensions = (programme?.checklists ?? []).flatMap((checklist) => checklist.dimensions);
    return {
      state: await readWalk(),
      dimensions: dimensions.map(({ id, name, items }) => ({
        id,
        name,
        items: items.map((item) => ({
          id: item.id,
          text: item.text,
          elsewhere: item.observability === 'none',
        })),
      })),
    };
  };
}
