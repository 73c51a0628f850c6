import type { WalkState } from '../../lib/model/walk-state.ts';
import { useText } from '../text.tsx';

const shown = ['steps', 'actions', 'incidents', 'screenshots', 'painPoints', 'masked'] as const;

/** How much there is of everything, so far. */
export function Counts({ counts }: { counts: WalkState['counts'] }) {
  const text = useText();
  return (
    <dl className="zyb-counts">
      {shown.map((name) => (
        <div
          key={name}
          data-count={name}
          data-some={counts[name] > 0 || undefined}
          title={name === 'masked' ? text('walk.count.maskedHint') : undefined}
        >
          <dt>{text(`walk.count.${name}`)}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
