import { App, Button, Empty } from 'antd';
import { useState } from 'react';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { newPainPoint } from '../pain-point-editor/new-pain-point.ts';
import { PainPointEditor } from '../pain-point-editor/pain-point-editor.tsx';
import { RectificationEditor } from '../pain-point-editor/rectification-editor.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { Rectify, ReviewEdits } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import { PainPointCard } from './pain-point-card.tsx';
import './pain-point-list.css';

/** What people said hurts, or is good; with edits also adding at the moment shown, changing, and deleting with undo. */
export function PainPointList(props: {
  report: SessionReport;
  programme?: Programme | undefined;
  replay: ReplayHandle;
  edits?: ReviewEdits | undefined;
  rectify?: Rectify | undefined;
}) {
  const { report, programme, replay, edits, rectify } = props;
  const text = useText();
  const { message } = App.useApp();
  const attempt = useTry();
  const [editing, setEditing] = useState<PainPoint>();
  const [rectifying, setRectifying] = useState<PainPoint>();
  const points = [...report.painPoints].sort((a, b) => a.at - b.at);

  const remove = async (point: PainPoint) => {
    if (!edits || !(await attempt(() => edits.deletePainPoint(point.id)))) return;
    const key = `deleted-${point.id}`;
    const undo = async () => {
      message.destroy(key);
      await attempt(() => edits.savePainPoint(point));
    };
    message.info({
      key,
      duration: 10,
      content: (
        <>
          {text('review.painPoints.deleted')}{' '}
          <Button type="link" size="small" onClick={undo}>
            {text('review.painPoints.undo')}
          </Button>
        </>
      ),
    });
  };

  return (
    <>
      {edits && (
        <div className="pain-tools">
          <Button
            size="small"
            type="primary"
            disabled={!programme}
            onClick={() => {
              if (programme) setEditing(newPainPoint(report, programme, replay.getState().at));
            }}
          >
            {text('review.painPoints.add')}
          </Button>
          <span className="zyb-weak">
            {text(programme ? 'review.painPoints.addHint' : 'review.painPoints.noProgramme')}
          </span>
        </div>
      )}
      {points.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('review.painPoints.none')} />
      )}
      {points.map((point) => (
        <PainPointCard
          key={point.id}
          report={report}
          programme={programme}
          point={point}
          onJump={() => replay.seek(point.interval.from)}
          onEdit={edits && (() => setEditing(point))}
          onRectify={rectify && point.kind === 'pain' ? () => setRectifying(point) : undefined}
          onDelete={edits && (() => void remove(point))}
        />
      ))}
      {edits && editing && (
        <PainPointEditor
          looksPersonal={edits?.looksPersonal}
          report={report}
          programme={programme}
          point={editing}
          replay={replay}
          onSave={async (point) => {
            if (await attempt(() => edits.savePainPoint(point))) setEditing(undefined);
          }}
          onCancel={() => setEditing(undefined)}
        />
      )}
      {rectify && rectifying && (
        <RectificationEditor
          point={rectifying}
          onSave={async (rectification) => {
            if (await attempt(() => rectify(rectifying, rectification))) setRectifying(undefined);
          }}
          onCancel={() => setRectifying(undefined)}
        />
      )}
    </>
  );
}
