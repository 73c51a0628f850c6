import { Form, Input, Modal, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { findCheckItem } from '../../lib/model/checklist.ts';
import {
  type CheckItemRef,
  checkItemsOf,
  mostMoreCheckItems,
  type PainPoint,
  type Persona,
  personas,
  severities,
} from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { reasonText } from '../suggestions/reason-text.ts';
import { personalWarning } from '../tagging/personal-warning.ts';
import { useText } from '../text.tsx';
import { IntervalField } from './interval-field.tsx';
import { itemOptions } from './item-options.ts';
import { MarksField } from './marks-field.tsx';
import './pain-point-editor.css';

type Values = Pick<
  PainPoint,
  'kind' | 'checkItemId' | 'severity' | 'interval' | 'note' | 'need' | 'measure'
> & { more: string[]; persona: Persona | 'anyone' };

/** Everything about one pain point. `onSave` resolves when it is saved or has said why not. */
export function PainPointEditor(props: {
  report: SessionReport;
  programme: Programme | undefined;
  point: PainPoint;
  source: ReviewSource;
  /** Absent where there is no replay: then there is no interval to set either. */
  replay?: ReplayHandle | undefined;
  looksPersonal?: ((text: string) => string[]) | undefined;
  onSave(point: PainPoint): Promise<void>;
  onCancel(): void;
}) {
  const { report, programme, source, replay, onSave, onCancel } = props;
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [point, setPoint] = useState(props.point);
  const items = useMemo(() => itemOptions(programme, props.point), [programme, props.point]);
  const warning = { rules: [personalWarning(text, props.looksPersonal)], hasFeedback: false };
  const isNew = !report.painPoints.some((known) => known.id === point.id);
  const save = async ({ more, persona, ...values }: Values) => {
    setBusy(true);
    const known = new Map(checkItemsOf(point).map((each) => [each.checkItemId, each.dimensionId]));
    const refOf = (checkItemId: string): CheckItemRef => ({
      checkItemId,
      dimensionId:
        (programme && findCheckItem(programme.checklists, checkItemId)?.dimension.id) ??
        known.get(checkItemId) ??
        point.dimensionId,
    });
    const further = more.filter((id) => id !== values.checkItemId).map(refOf);
    await onSave({
      ...point,
      ...values,
      ...refOf(values.checkItemId),
      moreCheckItems: further.length > 0 ? further : undefined,
      persona: persona === 'anyone' ? undefined : persona,
    });
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
        initialValues={{
          ...props.point,
          more: (props.point.moreCheckItems ?? []).map(({ checkItemId }) => checkItemId),
          persona: props.point.persona ?? 'anyone',
        }}
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
        <Form.Item name="more" label={text('review.painPoints.moreCheckItems')}>
          <Select
            mode="multiple"
            maxCount={mostMoreCheckItems}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text('review.painPoints.moreCheckItemsHint')}
            options={items}
          />
        </Form.Item>
        <Form.Item name="persona" label={text('tag.persona')}>
          <Segmented
            options={(['anyone', ...personas] as const).map((value) => ({
              value,
              label: text(`persona.${value}`),
            }))}
          />
        </Form.Item>
        <MarksField
          point={point}
          shot={report.screenshots.find(({ id }) => id === point.screenshotId)}
          source={source}
          looksPersonal={props.looksPersonal}
          onPoint={setPoint}
        />
        {replay && (
          <Form.Item name="interval" label={text('review.painPoints.interval')}>
            <IntervalField startedAt={report.session.startedAt} replay={replay} />
          </Form.Item>
        )}
        {point.measured && (
          <p className="pain-editor-measured">
            <span className="zyb-weak">{text('suggest.measured')}</span>{' '}
            {reasonText(point.measured.reason, text)}
          </p>
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
