import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Walker } from '../../lib/model/walker.ts';
import { useText } from '../text.tsx';
import type { Done } from './options-props.ts';
import { Section } from './section.tsx';

const fields = ['unit', 'name', 'position', 'contact'] as const;
/** As the model bounds it. */
const longest = 300;

/** The four things the lists print about a walker, and no more. */
export function WalkerSection({ walker, onSave }: { walker: Walker; onSave(walker: Walker): Promise<Done> }) {
  const text = useText();
  const [form] = Form.useForm<Walker>();
  const [saving, setSaving] = useState(false);
  const [done, setDone] = useState<Done>();
  const save = async (values: Walker) => {
    setSaving(true);
    const trimmed = Object.fromEntries(
      fields.map((field) => [field, (values[field] ?? '').trim()]),
    ) as Walker;
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
