import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../text.tsx';
import type { OptionsPageProps } from './options-props.ts';

type Values = { url: string; code: string };

/** Address and one-time code of a collector. A refused code stays in its field to be corrected. */
export function EnrolForm({ onEnrol }: Pick<OptionsPageProps, 'onEnrol'>) {
  const text = useText();
  const [form] = Form.useForm<Values>();
  const url: string = Form.useWatch('url', form) ?? '';
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const enrol = async (values: Values) => {
    setBusy(true);
    setFailure(undefined);
    const done = await onEnrol(values.url.trim(), values.code.trim()).catch((error: unknown) => ({
      ok: false as const,
      message: String(error),
    }));
    if (!done.ok) setFailure(done.message);
    setBusy(false);
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={enrol}>
      <div className="zyb-options-pair">
        <Form.Item
          name="url"
          label={text('options.collector.url')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_, value: string | undefined) =>
                isAddress(value)
                  ? Promise.resolve()
                  : Promise.reject(new Error(text('options.collector.urlBad'))),
            },
          ]}
        >
          <Input placeholder={text('options.collector.urlPlaceholder')} autoComplete="off" inputMode="url" />
        </Form.Item>
        <Form.Item
          name="code"
          label={text('options.collector.code')}
          validateTrigger="onBlur"
          rules={[{ required: true, whitespace: true, message: text('options.collector.codeMissing') }]}
        >
          <Input placeholder={text('options.collector.codePlaceholder')} autoComplete="off" maxLength={200} />
        </Form.Item>
      </div>
      {/^http:\/\//i.test(url.trim()) && (
        <Alert type="warning" showIcon title={text('options.collector.plain')} />
      )}
      {failure && <Alert type="error" showIcon title={text('options.collector.enrolFailed', failure)} />}
      <Button type="primary" htmlType="submit" loading={busy && { delay: 300 }}>
        {text(busy ? 'options.collector.enrolling' : 'options.collector.enrol')}
      </Button>
    </Form>
  );
}

/** True for a full http or https address. */
export function isAddress(value: string | undefined): boolean {
  try {
    const { protocol, hostname } = new URL((value ?? '').trim());
    return (protocol === 'http:' || protocol === 'https:') && hostname !== '';
  } catch {
    return false;
  }
}
