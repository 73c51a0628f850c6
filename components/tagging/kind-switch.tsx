import type { PainPoint } from '../../lib/model/pain-point.ts';
import { useText } from '../text.tsx';

type Kind = PainPoint['kind'];

/** Whether the next tag is a pain point or a highlight. */
export function KindSwitch({ kind, onKind }: { kind: Kind; onKind(kind: Kind): void }) {
  const text = useText();
  return (
    <fieldset className="zyb-switch" aria-label={text('tag.kind')}>
      {(['pain', 'highlight'] as const).map((each) => (
        <label
          key={each}
          className={`zyb-switch-choice zyb-kind-${each}`}
          data-chosen={kind === each || undefined}
        >
          <input type="radio" name="zyb-kind" checked={kind === each} onChange={() => onKind(each)} />
          <span>{text(`tag.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
