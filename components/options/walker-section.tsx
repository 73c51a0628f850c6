import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { Walker } from '../../lib/model/walker.ts';
import { useText } from '../text.tsx';
import type { Done } from './options-props.ts';
import { Section } from './section.tsx';

const fields = ['unit', 'name', 'position', 'contact'] as const;
const ofOfficers = ['category', 'recruitment'] as const;
/** As the model bounds it. */
const longest = 300;

/**
 * The four things the lists print about a walker, of an experience officer two more in the words of the packs, and no
 * more.
 */
export function WalkerSection(props: {
  walker: Walker;
  /** What an officer may be, as the packs name it. */
  choices: Record<'categories' | 'recruitment', readonly string[]>;
  onSave(walker: Walker): Promise<Done>;
}) {
  const { walker, choices, onSave } = props;
  const text = useText();
  const [form] = Form.useForm<Walker>();
  const [saving, setSaving] = useState(false);
  const [done, setDone] = useState<Done>();
  const save = async (values: Walker) => {
    setSaving(true);
    const trimmed = Object.fromEntries([
      ...fields.map((field) => [field, (values[field] ?? '').trim()]),
      ...ofOfficers.flatMap((field) => (values[field] ? [[field, values[field]]] : [])),
    ]) as Walker;
    setDone(await onSave(trimmed).catch((error: unknown): Done => ({ ok: false, message: String(error) })));
    setSaving(false);
  };
  return (
    <Section name="walker">
      <Form
        form={form}
        layout="vertical"
        initialValues={walker}
        onFinish={save}
        onValuesChange={() => setDone(undefined)}
        requiredMark={false}
      >
        <div className="zyb-options-pair">
          {fields.map((field) => (
            <Form.Item
              key={field}
              name={field}
              label={text(`options.walker.${field}`)}
              rules={[{ max: longest, message: text('options.walker.tooLong', longest) }]}
            >
              <Input placeholder={text(`options.walker.${field}Placeholder`)} autoComplete="off" />
            </Form.Item>
          ))}
          {ofOfficers.map((field) => (
            <Form.Item key={field} name={field} label={text(`options.walker.${field}`)}>
              <Select
                allowClear
                placeholder={text(`options.walker.${field}Placeholder`)}
                options={choices[field === 'category' ? 'categories' : 'recruitment'].map((value) => ({
                  value,
                  label: value,
                }))}
              />
            </Form.Item>
          ))}
        </div>
        <div className="zyb-options-row">
          <Button type="primary" htmlType="submit" loading={saving && { delay: 300 }}>
            {text('options.save')}
          </Button>
          {done?.ok && (
            <span className="zyb-options-good" role="status">
              {text('options.saved')}
            </span>
          )}
        </div>
        {done && !done.ok && <Alert type="error" showIcon title={text('options.failed', done.message)} />}
      </Form>
    </Section>
  );
}
