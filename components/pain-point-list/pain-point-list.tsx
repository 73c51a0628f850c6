import { App, Button, Empty } from 'antd';
import { useState } from 'react';
import type { Bookmark } from '../../lib/model/bookmark.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { fromBookmark, newPainPoint } from '../pain-point-editor/new-pain-point.ts';
import { PainPointEditor } from '../pain-point-editor/pain-point-editor.tsx';
import { RectificationEditor } from '../pain-point-editor/rectification-editor.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { Rectify, ReviewEdits, ReviewSource } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import { BookmarkSection } from './bookmark-section.tsx';
import { PainPointCard } from './pain-point-card.tsx';
import './pain-point-list.css';

/** What people said hurts, or is good; with edits also adding at the moment shown, changing, and deleting with undo. */
export function PainPointList(props: {
  report: SessionReport;
  programme?: Programme | undefined;
  source: ReviewSource;
  replay: ReplayHandle;
  edits?: ReviewEdits | undefined;
  rectify?: Rectify | undefined;
}) {
  const { report, programme, source, replay, edits, rectify } = props;
  const text = useText();
  const { message } = App.useApp();
  const attempt = useTry();
  const [editing, setEditing] = useState<PainPoint>();
  /** The bookmark that is filled in by what is being edited. */
  const [filling, setFilling] = useState<Bookmark>();
  const [rectifying, setRectifying] = useState<PainPoint>();
  const points = [...report.painPoints].sort((a, b) => a.at - b.at);

  const close = () => {
    setEditing(undefined);
    setFilling(undefined);
  };
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
      <BookmarkSection
        report={report}
        edits={edits}
        onJump={replay.seek}
        onFill={
          edits &&
          programme &&
          ((bookmark) => {
            setFilling(bookmark);
            setEditing(fromBookmark(report, programme, bookmark));
          })
        }
      />
      {points.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('review.painPoints.none')} />
      )}
      {points.map((point) => (
        <PainPointCard
          key={point.id}
          report={report}
          programme={programme}
          point={point}
          source={source}
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
          source={source}
          replay={replay}
          onSave={async (point) => {
            const save = () => (filling ? edits.fillBookmark(filling.id, point) : edits.savePainPoint(point));
            if (await attempt(save)) close();
          }}
          onCancel={close}
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
