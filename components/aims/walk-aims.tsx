import { useState } from 'react';
import { countAims } from '../../lib/model/aim.ts';
import { useText } from '../text.tsx';
import { AimList, type AimListProps } from './aim-list.tsx';

/** More than these would push tagging out of a popup: they are unfolded when asked for. */
const fewAtOnce = 4;

/** The aims while walking: how far the walker is with them, and the list to tick. */
export function WalkAims(props: AimListProps) {
  const text = useText();
  const counts = countAims(props.aims);
  const seen = props.aims.length - counts.open;
  const [open, setOpen] = useState(props.aims.length > 0 && props.aims.length <= fewAtOnce);
  return (
    <details
      className="zyb-card walk-aims"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
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
