import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useText } from '../text.tsx';
import { EnrolForm } from './enrol-form.tsx';
import type { ConnectionTest, OptionsPageProps } from './options-props.ts';
import { Section } from './section.tsx';

type Props = Pick<OptionsPageProps, 'enrolment' | 'onEnrol' | 'onForgetEnrolment' | 'onTestConnection'>;

/** Where walks are handed in: enrolled, or the form that enrols. */
export function CollectorSection({ enrolment, onEnrol, onForgetEnrolment, onTestConnection }: Props) {
  const text = useText();
  const [testing, setTesting] = useState(false);
  const [test, setTest] = useState<ConnectionTest>();
  if (!enrolment)
    return (
      <Section name="collector">
        <EnrolForm onEnrol={onEnrol} />
      </Section>
    );
  const run = async () => {
    setTesting(true);
    setTest(undefined);
    const outcome = onTestConnection();
    setTest(await outcome.catch((error: unknown): ConnectionTest => ({ ok: false, message: String(error) })));
    setTesting(false);
  };
  return (
    <Section name="collector">
      <ul className="zyb-options-list">
        <li data-used>
          <div>
            <p>{text('options.collector.enrolled')}</p>
            <h3>{enrolment.collector}</h3>
            <p className="zyb-options-address">{enrolment.url}</p>
          </div>
          <Button loading={testing && { delay: 300 }} onClick={() => void run()}>
            {text(testing ? 'options.collector.testing' : 'options.collector.test')}
          </Button>
          <Popconfirm
            title={text('options.collector.forgetAsk')}
            okText={text('options.collector.forgetYes')}
            cancelText={text('options.collector.forgetNo')}
            okButtonProps={{ danger: true }}
            styles={{ root: { maxWidth: 340 } }}
            onConfirm={onForgetEnrolment}
          >
            <Button danger>{text('options.collector.forget')}</Button>
          </Popconfirm>
        </li>
      </ul>
      {test && (
        <Alert
          showIcon
          type={test.ok ? 'success' : 'error'}
          title={
            test.ok
              ? text('options.collector.testOk', Math.round(test.ms))
              : text('options.collector.testFailed', test.message)
          }
        />
      )}
    </Section>
  );
}
