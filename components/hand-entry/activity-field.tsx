import { Select } from 'antd';
import { useId } from 'react';
import type { Programme } from '../../lib/model/programme.ts';
import { useText } from '../text.tsx';
import { withStated } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';

/** Which of the programme's activities it was part of, where the programme has any; may be left out. */
export function ActivityField({ entry, onChange, programme }: Part & { programme: Programme | undefined }) {
  const text = useText();
  const id = useId();
  const { activity } = entry.session.stated;
  const activities = programme?.activities ?? [];
  if (activities.length === 0 && !activity) return null;
  return (
    <div className="entry-field">
      <label htmlFor={id}>{text('byHand.activity')}</label>
      <Select
        id={id}
        allowClear
        placeholder={text('byHand.activityHint')}
        value={activity}
        options={activities.map(({ label, note }) => ({
          value: label,
          label: note ? text('pack.noted', label, note) : label,
        }))}
        onChange={(label: string | undefined) => onChange((now) => withStated(now, { activity: label }))}
      />
    </div>
  );
}
