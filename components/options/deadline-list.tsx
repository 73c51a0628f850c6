import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Day, dueOn } from '../../lib/model/deadline.ts';
import type { Deliverable } from '../../lib/model/deliverable.ts';
import type { FormKind } from '../../lib/model/form-kind.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { keyOf } from '../format/key-of.ts';
import { type Text, useText } from '../text.tsx';

/** What is owed under the programme in use, and by when: relative deadlines count from the day it begins here. */
export function DeadlineList({
  programme,
  startsOn,
  formHref,
  onStart,
}: {
  programme: Programme;
  startsOn: Day | undefined;
  /** Where a form is made. */
  formHref(kind: FormKind): string;
  onStart(day: Day | undefined): void;
}) {
  const text = useText();
  const [today] = useState(() => new Date().toLocaleDateString('sv'));
  if (programme.deliverables.length === 0) return null;
  return (
    <div className="zyb-deadlines">
      <header>
        <h3>{text('pack.deadlines.title')}</h3>
        <label>
          {text('pack.deadlines.start')}{' '}
          <Input
            type="date"
            value={startsOn ?? ''}
            onChange={(event) => onStart(event.target.value || undefined)}
          />
        </label>
        {!startsOn && (
          <Button size="small" onClick={() => onStart(today)}>
            {text('pack.deadlines.today')}
          </Button>
        )}
      </header>
      <ul>
        {programme.deliverables.map((each) => (
          <li key={each.id} data-past={isPast(each, startsOn, today) || undefined}>
            <b>{dueWords(text, each, startsOn, today)}</b>
            <span>
              {each.title}
              {each.to && <em>{text('pack.deadlines.to', each.to)}</em>}
              {each.contents.length > 0 && <small>{each.contents.join('、')}</small>}
              {each.forms.length > 0 && (
                <span className="zyb-deadline-forms">
                  {each.forms.map((kind) => (
                    <a key={kind} href={formHref(kind)} target="_blank" rel="noreferrer">
                      {text('pack.deadlines.form', text(keyOf('forms.kinds', kind)))}
                    </a>
                  ))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const isPast = (each: Deliverable, startsOn: Day | undefined, today: Day) =>
  (dueOn(each.due, startsOn, today) ?? '9') < today;

function dueWords(
  text: Text,
  { due, dueWording }: Deliverable,
  startsOn: Day | undefined,
  today: Day,
): string {
  const day = dueOn(due, startsOn, today);
  if (day) return day;
  if (due.kind === 'afterStart') return text('pack.deadlines.afterStart', due.days);
  return dueWording || text('pack.deadlines.open');
}
