import { Form, Input, Modal, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { findCheckItem } from '../../lib/model/checklist.ts';
import { type PainPoint, severities } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { checkItemText } from '../pain-point-list/check-item-text.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { personalWarning } from '../tagging/personal-warning.ts';
import { useText } from '../text.tsx';
import { IntervalField } from './interval-field.tsx';
import './pain-point-editor.css';

type Values = Pick<PainPoint, 'kind' | 'checkItemId' | 'severity' | 'interval' | 'note' | 'need' | 'measure'>;

/** Everything about one pain point. `onSave` resolves when it is saved or has said why not. */
export function PainPointEditor(props: {
  report: SessionReport;
  programme: Programme | undefined;
  point: PainPoint;
  /** Absent where there is no replay: then there is no interval to set either. */
  replay?: ReplayHandle | undefined;
  looksPersonal?: ((text: string) => string[]) | undefined;
  onSave(point: PainPoint): Promise<void>;
  onCancel(): void;
}) {
  const { report, programme, point, replay, onSave, onCancel } = props;
  const text = useText();
  const [busy, setBusy] = useState(false);
  const items = useMemo(() => itemOptions(programme, point), [programme, point]);
  const warning = { rules: [personalWarning(text, props.looksPersonal)], hasFeedback: false };
  const isNew = !report.painPoints.some((known) => known.id === point.id);
  const save = async (values: Values) => {
    setBusy(true);
    const found = programme && findCheckItem(programme.checklists, values.checkItemId);
    await onSave({ ...point, ...values, dimensionId: found?.dimension.id ?? point.dimensionId });
    setBusy(false);
  };
  return (
    <Modal
      open
      width={640}
      style={{ top: 32 }}
      title={text(isNew ? 'review.painPoints.new' : 'review.painPoints.change')}
      okText={text('review.save')}
      cancelText={text('review.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'pain-editor', loading: busy }}
      onCancel={onCancel}
    >
      <Form
        id="pain-editor"
        className="pain-editor"
        layout="vertical"
        requiredMark={false}
        initialValues={point}
        onFinish={save}
      >
        <div className="pain-editor-pair">
          <Form.Item name="kind" label={text('review.painPoints.kindLabel')}>
            <Segmented
              options={['pain', 'highlight'].map((value) => ({
                value,
                label: text(`review.painPoints.kind.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="severity" label={text('review.painPoints.severity')}>
            <Segmented options={severities.map((value) => ({ value, label: text(`severity.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="checkItemId" label={text('review.painPoints.checkItem')}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={items} />
        </Form.Item>
        {replay && (
          <Form.Item name="interval" label={text('review.painPoints.interval')}>
            <IntervalField startedAt={report.session.startedAt} replay={replay} />
          </Form.Item>
        )}
        <Form.Item name="note" label={text('review.painPoints.note')} {...warning}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={8000}
            placeholder={text('review.painPoints.noteHint')}
          />
        </Form.Item>
        <Form.Item name="need" label={text('review.painPoints.need')} {...warning}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={8000} />
        </Form.Item>
        <Form.Item name="measure" label={text('review.painPoints.measure')} {...warning}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={8000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Check items under their dimensions; one the programme does not have stays choosable. */
function itemOptions(programme: Programme | undefined, point: PainPoint) {
  const groups = (programme?.checklists ?? []).flatMap((list) =>
    list.dimensions.map((dimension) => ({
      label: `${list.title} · ${dimension.name}`,
      title: dimension.question,
      options: dimension.items.map((item) => ({ value: item.id, label: item.text })),
    })),
  );
  const own = checkItemText(programme, point);
  if (own.known || !point.checkItemId) return groups;
  return [
    { label: own.dimension, title: '', options: [{ value: point.checkItemId, label: own.item }] },
    ...groups,
  ];
}
