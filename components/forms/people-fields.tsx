import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { FormKind } from '../../lib/model/form-kind.ts';
import type { FormPerson } from '../../lib/model/form-person.ts';
import { useText } from '../text.tsx';

type Field = 'name' | 'unit' | 'position' | 'contact' | 'category' | 'recruitment';
type Asked = { as: FormPerson['as']; fields: readonly Field[] };

/** Forms that list people, whom of them, and what they print of each: nothing else is asked for. */
const asked: Partial<Record<FormKind, Asked>> = {
  leaders: { as: 'official', fields: ['name', 'unit', 'position'] },
  'staff-list': { as: 'official', fields: ['name', 'unit', 'position', 'contact'] },
  'officer-registration': {
    as: 'officer',
    fields: ['name', 'unit', 'position', 'category', 'recruitment'],
  },
  recommendation: { as: 'officer', fields: ['name', 'unit', 'position'] },
  'self-recommendation': { as: 'officer', fields: ['name', 'unit', 'position'] },
};

const nobody = (unit: string): Record<Field, string> => ({
  name: '',
  unit,
  position: '',
  contact: '',
  category: '',
  recruitment: '',
});

/** People for the list who have not walked yet, named by the liaison; nothing for forms that list no people. */
export function PeopleFields(props: {
  kind: FormKind;
  /** The unit the head names, which most of them belong to. */
  unit: string;
  people: readonly FormPerson[];
  choices: Record<'categories' | 'recruitment', readonly string[]>;
  kept: boolean;
  onChange(people: FormPerson[]): void;
}) {
  const { kind, unit, people, choices, kept, onChange } = props;
  const text = useText();
  const [draft, setDraft] = useState(nobody(unit));
  const of = asked[kind];
  if (!of) return null;
  const set = (field: Field) => (value: string | undefined) => setDraft({ ...draft, [field]: value ?? '' });
  const add = () => {
    const typed = Object.fromEntries(of.fields.map((field) => [field, draft[field].trim()]));
    const { category, recruitment, ...plain } = { ...nobody(''), ...typed };
    const person: FormPerson = {
      ...plain,
      as: of.as,
      ...(category ? { category } : {}),
      ...(recruitment ? { recruitment } : {}),
    };
    onChange([...people.filter((one) => !isSame(one, person)), person]);
    setDraft(nobody(draft.unit));
  };
  const listed = people.filter((one) => one.as === of.as);
  return (
    <section className="form-people" aria-label={text('forms.people.title')}>
      <h3>{text('forms.people.title')}</h3>
      <p className="zyb-weak">
        {text('forms.people.hint')}
        {kept && text('forms.people.kept')}
      </p>
      <ul>
        {listed.map((one) => (
          <li key={`${one.unit}\n${one.name}`}>
            <span>{[one.name, one.position, one.unit].filter(Boolean).join(' ')}</span>
            <Button
              size="small"
              aria-label={text('forms.people.removeNamed', one.name)}
              onClick={() => onChange(people.filter((each) => each !== one))}
            >
              {text('forms.people.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Form layout="vertical" className="form-head" component="div">
        {of.fields.map((field) => (
          <Form.Item key={field} label={text(`forms.people.${field}`)} htmlFor={`form-person-${field}`}>
            {field === 'category' || field === 'recruitment' ? (
              <Select
                id={`form-person-${field}`}
                allowClear
                value={draft[field] || undefined}
                onChange={set(field)}
                options={choices[field === 'category' ? 'categories' : 'recruitment'].map((value) => ({
                  value,
                  label: value,
                }))}
              />
            ) : (
              <Input
                id={`form-person-${field}`}
                maxLength={300}
                value={draft[field]}
                onChange={(event) => set(field)(event.target.value)}
                onPressEnter={() => draft.name.trim() && add()}
              />
            )}
          </Form.Item>
        ))}
      </Form>
      <Button disabled={!draft.name.trim()} onClick={add}>
        {text('forms.people.add')}
      </Button>
    </section>
  );
}

const isSame = (one: FormPerson, other: FormPerson) =>
  one.as === other.as && one.unit === other.unit && one.name === other.name;
