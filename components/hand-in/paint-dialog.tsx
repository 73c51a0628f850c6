import { Button, Modal } from 'antd';
import type { SessionReport } from '../../lib/model/report.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import type { HandInEdits } from './hand-in-props.ts';
import { PaintStage } from './paint-stage.tsx';
import { pictureName } from './picture-name.ts';
import { useBusy } from './use-busy.ts';

/** One picture as large as the window allows, to be painted over; buttons go through the others. */
export function PaintDialog(props: {
  report: SessionReport;
  source: ReviewSource;
  edits: HandInEdits;
  shotId: string | undefined;
  onShot(id: string | undefined): void;
}) {
  const { report, source, edits, shotId, onShot } = props;
  const text = useText();
  const { busy, run } = useBusy();
  const index = report.screenshots.findIndex((each) => each.id === shotId);
  const shot = report.screenshots[index];
  const beside = (by: number) => report.screenshots[index + by]?.id;
  const step = shot && report.steps.findLast((each) => each.from <= shot.at && shot.at <= each.to);
  return (
    <Modal
      open={shot !== undefined}
      width="min(1240px, calc(100vw - 24px))"
      style={{ top: 12 }}
      title={shot && text('handIn.paint.title', pictureName(report, shot, text), step?.name ?? '')}
      onCancel={() => onShot(undefined)}
      destroyOnHidden
      footer={
        shot && (
          <>
            <span className="zyb-weak hand-in-paint-facts">
              {shot.by === 'photo' ? '' : text('review.screenshots.masked', shot.masked)}
              {shot.painted ? ` ${text('handIn.pictures.painted', shot.painted)}` : ''}
            </span>
            <Button
              disabled={!edits.undo || busy !== undefined}
              onClick={() => void run(async () => edits.undo?.())}
            >
              {text('handIn.undo')}
            </Button>
            <Button
              disabled={!edits.redo || busy !== undefined}
              onClick={() => void run(async () => edits.redo?.())}
            >
              {text('handIn.redo')}
            </Button>
            <Button disabled={!beside(-1)} onClick={() => onShot(beside(-1))}>
              {text('review.screenshots.previous')}
            </Button>
            <Button disabled={!beside(1)} onClick={() => onShot(beside(1))}>
              {text('review.screenshots.next')}
            </Button>
            <Button type="primary" onClick={() => onShot(undefined)}>
              {text('handIn.paint.done')}
            </Button>
          </>
        )
      }
    >
      {shot && (
        <>
          <p id="hand-in-paint-how" className="zyb-weak hand-in-paint-how">
            {text('handIn.paint.how')}
          </p>
          <PaintStage
            key={shot.id}
            shot={shot}
            source={source}
            busy={busy !== undefined}
            describedBy="hand-in-paint-how"
            onArea={(area) => run(() => edits.paint(shot.object, area))}
          />
        </>
      )}
    </Modal>
  );
}
