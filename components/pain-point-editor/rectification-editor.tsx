import { Button, Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import { disposals, emptyRectification, type Rectification } from '../../lib/model/rectification.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';
import './pain-point-editor.css';

/** What the liaison sets down beside one pain point. `onSave` resolves when it is saved or has said why not. */
export function RectificationEditor(props: {
  point: PainPoint;
  onSave(rectification: Rectification): Promise<void>;
  onCancel(): void;
}) {
  const { point, onSave, onCancel } = props;
  const text = useText();
  const [form] = Form.useForm<Rectification>();
  const [busy, setBusy] = useState(false);
  const undecided = Form.useWatch('disposal', form) === 'undecided';
  const save = async (values: Rectification) => {
    setBusy(true);
    await onSave({ ...emptyRectification, ...values, deadline: values.deadline || undefined });
    setBusy(false);
  };
  return (
    <Modal
      open
      width={640}
      style={{ top: 32 }}
      title={text('rectify.title')}
      okText={text('review.save')}
      cancelText={text('review.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'rectify', loading: busy }}
      onCancel={onCancel}
    >
      {point.note && <p className="rectify-note">{point.note}</p>}
      <Form<Rectification>
        id="rectify"
        form={form}
        className="pain-editor"
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...emptyRectification, ...point.rectification }}
        onFinish={save}
      >
        <Form.Item
          name="disposal"
          label={text('rectify.disposal')}
          extra={undecided ? text('rectify.undecidedHint') : undefined}
        >
          <Radio.Group
            options={disposals.map((value) => ({ value, label: text(keyOf('rectify.disposals', value)) }))}
          />
        </Form.Item>
        <Form.Item name="measure" label={text('rectify.measure')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={8000} />
        </Form.Item>
        {point.measure && (
          <p className="rectify-suggested">
            <span className="zyb-weak">{text('rectify.suggested', point.measure)}</span>
            <Button size="small" onClick={() => form.setFieldValue('measure', point.measure)}>
              {text('rectify.take')}
            </Button>
          </p>
        )}
        <div className="rectify-pair">
          <Form.Item name="ownerUnit" label={text('rectify.ownerUnit')}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="owner" label={text('rectify.owner')}>
            <Input maxLength={300} />
          </Form.Item>
        </div>
        <Form.Item name="coUnits" label={text('rectify.coUnits')}>
          <Select
            mode="tags"
            maxCount={20}
            open={false}
            suffixIcon={null}
            placeholder={text('rectify.coUnitsHint')}
          />
        </Form.Item>
        <div className="rectify-pair">
          <Form.Item name="deadline" label={text('rectify.deadline')}>
            <Input type="date" min="2000-01-01" max="2100-12-31" />
          </Form.Item>
          <Form.Item name="done" valuePropName="checked" label={text('rectify.state')}>
            <Checkbox>{text('rectify.done')}</Checkbox>
          </Form.Item>
        </div>
        <Form.Item name="effect" label={text('rectify.effect')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={8000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
