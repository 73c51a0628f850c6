import { countAims } from '../../lib/model/aim.ts';
import { useText } from '../text.tsx';
import { AimList, type AimListProps } from './aim-list.tsx';

/** The aims while walking: how far the walker is with them, and the list to tick. */
export function WalkAims(props: AimListProps) {
  const text = useText();
  const counts = countAims(props.aims);
  const seen = props.aims.length - counts.open;
  return (
    <details className="zyb-card walk-aims" open={props.aims.length > 0}>
      <summary>
        {text('aims.title')}
        {props.aims.length > 0 && (
          <span className="zyb-hint">{text('aims.progress', seen, props.aims.length, counts.found)}</span>
        )}
      </summary>
      <AimList {...props} />
    </details>
  );
}
