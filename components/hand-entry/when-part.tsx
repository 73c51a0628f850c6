import { Input, InputNumber, Radio } from 'antd';
import { useId } from 'react';
import type { Session } from '../../lib/model/session.ts';
import { useText } from '../text.tsx';
import { withSession, withStated } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';
import { fromField, toField } from './local-moment.ts';

const outcomes = ['stopped', 'submitted', 'withdrawn', 'unknown'] as const;

/** When it was, as the walker remembers it, how often one had to go, and how far it went. */
export function WhenPart({ entry, onChange, problems }: Part) {
  const text = useText();
  const id = useId();
  const { session } = entry;
  const told = (names: readonly ('begun' | 'ended' | 'order' | 'future')[]) =>
    names
      .filter((name) => problems.includes(name))
      .map((name) => (
        <p key={name} className="entry-problem" role="alert">
          {text(`byHand.problem.${name}`)}
        </p>
      ));
  return (
    <>
      <div className="entry-triple">
        <div className="entry-field">
          <label htmlFor={`${id}-begun`}>{text('byHand.begun')}</label>
          <Input
            id={`${id}-begun`}
            type="datetime-local"
            status={problems.includes('begun') || problems.includes('future') ? 'error' : ''}
            value={toField(session.startedAt)}
            onChange={({ target }) =>
              onChange((now) => withSession(now, { startedAt: fromField(target.value) ?? 0 }))
            }
          />
          {told(['begun', 'future'])}
        </div>
        <div className="entry-field">
          <label htmlFor={`${id}-ended`}>{text('byHand.ended')}</label>
          <Input
            id={`${id}-ended`}
            type="datetime-local"
            status={problems.includes('ended') || problems.includes('order') ? 'error' : ''}
            value={toField(session.endedAt)}
            onChange={({ target }) =>
              onChange((now) => withSession(now, { endedAt: fromField(target.value) }))
            }
          />
          {told(['ended', 'order'])}
        </div>
        <div className="entry-field">
          <label htmlFor={`${id}-visits`}>{text('byHand.visits')}</label>
          <InputNumber<number>
            id={`${id}-visits`}
            min={0}
            max={999}
            precision={0}
            placeholder={text('byHand.notSaid')}
            value={session.stated.visits ?? null}
            onChange={(value) => onChange((now) => withStated(now, { visits: value ?? undefined }))}
          />
        </div>
      </div>
      <div className="entry-field">
        <span id={`${id}-outcome`}>{text('byHand.outcome')}</span>
        <Radio.Group
          aria-labelledby={`${id}-outcome`}
          optionType="button"
          value={session.outcome}
          options={outcomes.map((value) => ({ value, label: text(`byHand.outcomes.${value}`) }))}
          onChange={({ target }) =>
            onChange((now) => withSession(now, { outcome: target.value as Session['outcome'] }))
          }
        />
      </div>
      <p className="zyb-weak">{text('byHand.statedOnly')}</p>
    </>
  );
}
