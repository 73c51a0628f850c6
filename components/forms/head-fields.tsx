import { Checkbox, Form, Input, Segmented } from 'antd';
import type { FormKind } from '../../lib/model/form-kind.ts';
import type { FormAbout } from '../../lib/model/official-form.ts';
import { useText } from '../text.tsx';

const withPhase: readonly FormKind[] = ['participation', 'phase-summary', 'work-report'];

/** What stands in the form's head, each editable; nothing is demanded. */
export function HeadFields(props: { kind: FormKind; about: FormAbout; onChange(about: FormAbout): void }) {
  const { kind, about, onChange } = props;
  const text = useText();
  const set = (change: Partial<FormAbout>) => onChange({ ...about, ...change });
  const byHand = about.date.length === 4;
  const line = (key: 'unit' | 'reporter' | 'contact' | 'phase') => (
    <Form.Item label={text(`forms.head.${key}`)} htmlFor={`form-${key}`}>
      <Input
        id={`form-${key}`}
        maxLength={300}
        value={about[key]}
        placeholder={key === 'phase' ? text('forms.head.phaseHint', new Date().getFullYear()) : undefined}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" className="form-head" component="div">
      {line('unit')}
      {line('reporter')}
      {line('contact')}
      <Form.Item label={text(byHand ? 'forms.head.year' : 'forms.head.date')} htmlFor="form-date">
        {byHand ? (
          <Input
            id="form-date"
            inputMode="numeric"
            maxLength={4}
            value={about.date.trim()}
            onChange={(event) => set({ date: event.target.value.replace(/\D/g, '').padEnd(4, ' ') })}
          />
        ) : (
          <Input
            id="form-date"
            type="date"
            value={about.date}
            onChange={(event) => set({ date: event.target.value })}
          />
        )}
        <Checkbox
          checked={byHand}
          onChange={(event) =>
            set({ date: event.target.checked ? about.date.slice(0, 4) || '    ' : today() })
          }
        >
          {text('forms.head.byHand')}
        </Checkbox>
      </Form.Item>
      {withPhase.includes(kind) && line('phase')}
      {kind === 'three-lists' && (
        <Form.Item label={text('forms.head.rowPer')}>
          <Segmented
            value={about.rowPer}
            onChange={(rowPer) => set({ rowPer })}
            options={(['item', 'problem'] as const).map((value) => ({
              value,
              label: text(`forms.head.rowPers.${value}`),
            }))}
          />
        </Form.Item>
      )}
    </Form>
  );
}

/** Today where the reader is. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
