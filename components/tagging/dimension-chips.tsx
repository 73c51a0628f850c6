import type { Checklist } from '../../lib/model/checklist.ts';
import { keyOfChoice } from './pick-key.ts';

/** All dimensions of all checklists as chips; the checklist's title stands above when there is more than one. */
export function DimensionChips({
  checklists,
  onChoose,
}: {
  checklists: readonly Checklist[];
  onChoose(dimensionId: string): void;
}) {
  const first = checklists.map((_, at) =>
    checklists.slice(0, at).reduce((sum, each) => sum + each.dimensions.length, 0),
  );
  return (
    <div className="zyb-chip-groups">
      {checklists.map((list, at) => (
        <section key={list.id} aria-label={list.title}>
          {checklists.length > 1 && (
            <h4 className="zyb-chip-title" title={list.title}>
              {shortTitle(list.title)}
            </h4>
          )}
          <div className="zyb-chips">
            {list.dimensions.map((dimension, index) => (
              <button
                key={dimension.id}
                type="button"
                className="zyb-chip"
                title={dimension.question || dimension.name}
                onClick={() => onChoose(dimension.id)}
              >
                <kbd>{keyOfChoice((first[at] ?? 0) + index)}</kbd>
                {unquoted(dimension.name)}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** The chips below repeat what follows the colon of a title such as "四问：懂不懂、通不通". */
function shortTitle(title: string): string {
  return title.split(/[：:]/)[0]?.trim() || title;
}

/** A name that is quoted as a whole stands without its quotes on a chip, where room is short. */
export function unquoted(name: string): string {
  return /^“[^“”]*”$/.test(name) ? name.slice(1, -1) : name;
}
