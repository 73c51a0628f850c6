import { Input, InputNumber, Select } from 'antd';
import { useText } from '../text.tsx';
import { type Path, readAt } from './edit-path.ts';
import { useEditor } from './editor-context.ts';
import { FieldFrame } from './field-frame.tsx';

const fresh = {
  afterStart: { kind: 'afterStart', days: 30 },
  yearly: { kind: 'yearly', month: 12, day: 31 },
  day: { kind: 'day', day: '' },
  open: { kind: 'open' },
} as const;
type Kind = keyof typeof fresh;

/** When something is due: so many days after the start, on a day of each year, on a day, or left open. */
export function DeadlineField({ name, path }: { name: string; path: Path }) {
  const text = useText();
  const { draft, change, faultAt } = useEditor();
  const due = (readAt(draft, path) ?? fresh.open) as {
    kind: Kind;
    days?: number;
    month?: number;
    day?: unknown;
  };
  const number = (key: 'days' | 'month' | 'day') => (
    <InputNumber
      value={typeof due[key] === 'number' ? due[key] : null}
      min={key === 'days' ? 0 : 1}
      max={{ days: 3660, month: 12, day: 31 }[key]}
      aria-label={text(`pack.due.${key}`)}
      suffix={text(`pack.due.${key}`)}
      onChange={(next) => change([...path, key], next ?? undefined)}
    />
  );
  const below = ['days', 'month', 'day'].map((key) => faultAt([...path, key])).find(Boolean);
  return (
    <FieldFrame name={name} path={path}>
      {({ id }) => (
        <>
          <span className="zyb-edit-due">
            <Select
              id={id}
              value={due.kind}
              options={(Object.keys(fresh) as Kind[]).map((kind) => ({
                value: kind,
                label: text(`pack.due.${kind}Kind`),
              }))}
              onChange={(kind: Kind) => change(path, fresh[kind])}
            />
            {due.kind === 'afterStart' && number('days')}
            {due.kind === 'yearly' && number('month')}
            {due.kind === 'yearly' && number('day')}
            {due.kind === 'day' && (
              <Input
                type="date"
                value={typeof due.day === 'string' ? due.day : ''}
                aria-label={text('pack.due.dayKind')}
                onChange={(event) => change([...path, 'day'], event.target.value)}
              />
            )}
          </span>
          {below && <p className="zyb-edit-fault">{below}</p>}
        </>
      )}
    </FieldFrame>
  );
}
