import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useText } from '../text.tsx';
import { DeadlineField } from './deadline-field.tsx';
import { type Path, readAt } from './edit-path.ts';
import { useEditor } from './editor-context.ts';
import { FieldFrame } from './field-frame.tsx';
import { ListView } from './list-view.tsx';
import type { FieldSpec } from './spec.ts';

/** The fields of one thing, side by side where there is room. */
export function FieldsView({ fields, path }: { fields: readonly FieldSpec[]; path: Path }) {
  return (
    <div className="zyb-edit-fields">
      {fields.map((field) => (
        <FieldView key={field.name} field={field} path={[...path, field.name]} />
      ))}
    </div>
  );
}

/** One field, as its spec says it is edited. */
function FieldView({ field, path }: { field: FieldSpec; path: Path }) {
  const text = useText();
  const { draft, change } = useEditor();
  const value = readAt(draft, path);
  switch (field.kind) {
    case 'list':
      return <ListView spec={field} path={path} />;
    case 'group':
      return <GroupView field={field} path={path} />;
    case 'deadline':
      return <DeadlineField name={field.name} path={path} />;
    case 'text':
      return (
        <FieldFrame name={field.name} path={path} wide={field.wide}>
          {(frame) => (
            <Input
              {...frame}
              value={typeof value === 'string' ? value : ''}
              autoComplete="off"
              onChange={(event) => change(path, event.target.value)}
            />
          )}
        </FieldFrame>
      );
    case 'number':
      return (
        <FieldFrame name={field.name} path={path}>
          {(frame) => (
            <InputNumber
              {...frame}
              value={typeof value === 'number' ? value : null}
              onChange={(next) => change(path, next ?? undefined)}
            />
          )}
        </FieldFrame>
      );
    case 'yesNo':
      return (
        <FieldFrame name={field.name} path={path}>
          {({ id }) => (
            <Switch
              id={id}
              checked={typeof value === 'boolean' ? value : field.otherwise === true}
              onChange={(on) => change(path, on)}
            />
          )}
        </FieldFrame>
      );
    case 'yesNoUnsaid':
      return (
        <FieldFrame name={field.name} path={path}>
          {(frame) => (
            <Select
              {...frame}
              allowClear
              placeholder={text('pack.editor.unsaid')}
              value={typeof value === 'boolean' ? value : undefined}
              options={[true, false].map((said) => ({
                value: said,
                label: text(`itemMark.${said ? 'yes' : 'no'}`),
              }))}
              onChange={(next: boolean | undefined) => change(path, next)}
            />
          )}
        </FieldFrame>
      );
    case 'choice':
      return (
        <FieldFrame name={field.name} path={path}>
          {(frame) => (
            <Select
              {...frame}
              value={value as string | undefined}
              options={field.options.map((each) => ({
                value: each,
                label: text(`${field.words}.${keyed(each)}`),
              }))}
              onChange={(next: string) => change(path, next)}
            />
          )}
        </FieldFrame>
      );
    case 'choices':
      return (
        <FieldFrame name={field.name} path={path} wide>
          {(frame) => (
            <Select
              {...frame}
              mode="multiple"
              value={Array.isArray(value) ? (value as string[]) : []}
              options={field.options.map((each) => ({
                value: each,
                label: field.titles?.[each] ?? (field.words ? text(`${field.words}.${keyed(each)}`) : each),
              }))}
              optionFilterProp="label"
              onChange={(next: string[]) => change(path, next)}
            />
          )}
        </FieldFrame>
      );
    case 'texts':
      return (
        <FieldFrame name={field.name} path={path} wide>
          {(frame) => (
            <Input.TextArea
              {...frame}
              autoSize={{ minRows: 1, maxRows: 12 }}
              placeholder={text('pack.editor.perLine')}
              value={Array.isArray(value) ? value.join('\n') : ''}
              onChange={(event) => change(path, lines(event.target.value))}
              onBlur={() =>
                Array.isArray(value) &&
                change(
                  path,
                  value.filter((each) => each !== ''),
                )
              }
            />
          )}
        </FieldFrame>
      );
  }
}

function GroupView({ field, path }: { field: FieldSpec & { kind: 'group' }; path: Path }) {
  const text = useText();
  const { draft, change } = useEditor();
  const there = readAt(draft, path) !== undefined;
  return (
    <fieldset className="zyb-edit-group">
      <legend>{text(`pack.field.${field.name}`)}</legend>
      {there && <FieldsView fields={field.fields} path={path} />}
      {field.optional && (
        <Button size="small" onClick={() => change(path, there ? undefined : field.optional)}>
          {text(there ? 'pack.editor.leaveOut' : 'pack.editor.add')}
        </Button>
      )}
    </fieldset>
  );
}

const lines = (typed: string) => (typed === '' ? [] : typed.split('\n'));
/** `three-lists` is filed under `threeLists`: message names take no dash. */
const keyed = (option: string) => option.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
