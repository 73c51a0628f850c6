import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Stage, stages } from '../../lib/model/stage.ts';
import type { Step } from '../../lib/model/step.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { personalWarning } from '../tagging/personal-warning.ts';
import { useText } from '../text.tsx';

/** Name and stage of one step. */
export function StepEditor(props: { step: Step | undefined; edits: ReviewEdits; onClose(): void }) {
  const { step, edits, onClose } = props;
  const text = useText();
  const attempt = useTry();
  const [busy, setBusy] = useState(false);
  const save = async (values: { name: string; stage: Stage }) => {
    if (!step) return;
    setBusy(true);
    const change = { name: values.name.trim(), stage: values.stage };
    if (await attempt(() => edits.renameStep(step.id, change))) onClose();
    setBusy(false);
  };
  return (
    <Modal
      open={step !== undefined}
      title={text('review.steps.rename')}
      okText={text('review.save')}
      cancelText={text('review.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'step-editor', loading: busy }}
      onCancel={onClose}
      destroyOnHidden
    >
      {step && (
        <Form id="step-editor" layout="vertical" initialValues={step} onFinish={save} requiredMark={false}>
          <Form.Item
            name="name"
            label={text('review.steps.name')}
            extra={step.detectedName && text('review.steps.detected', step.detectedName)}
            rules={[
              { required: true, whitespace: true, message: text('review.steps.nameNeeded') },
              personalWarning(text, edits.looksPersonal),
            ]}
          >
            <Input maxLength={300} autoFocus />
          </Form.Item>
          <Form.Item name="stage" label={text('review.steps.stage')}>
            <Select options={stages.map((stage) => ({ value: stage, label: text(`stage.${stage}`) }))} />
          </Form.Item>
          <p className="zyb-weak">{text('review.steps.timesStay')}</p>
        </Form>
      )}
    </Modal>
  );
}
