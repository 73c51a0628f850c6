import { Button, Modal } from 'antd';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { findAround } from '../replay-panel/last-before.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { ScreenshotPicture } from './screenshot-picture.tsx';

/** One picture as large as the window allows; arrow keys go through the others. */
export function ScreenshotLarge(props: {
  report: SessionReport;
  source: ReviewSource;
  index: number | undefined;
  onIndex(index: number | undefined): void;
  onJump(at: number): void;
}) {
  const { report, source, index, onIndex, onJump } = props;
  const text = useText();
  const shot = index === undefined ? undefined : report.screenshots[index];
  const go = (by: number) => {
    if (index !== undefined && report.screenshots[index + by]) onIndex(index + by);
  };
  const since = report.session.startedAt;
  const step = shot && findAround(report.steps, shot.at)?.name;
  return (
    <Modal
      open={shot !== undefined}
      width="min(1200px, calc(100vw - 32px))"
      style={{ top: 16 }}
      title={shot && text('review.screenshots.name', formatClock(shot.at - since), step ?? '')}
      onCancel={() => onIndex(undefined)}
      footer={
        shot && (
          <>
            <span className="zyb-weak" style={{ float: 'left', lineHeight: '32px' }}>
              {text(keyOf('review.screenshots.why', shot.why))} · {shot.width} × {shot.height} ·{' '}
              {text('review.screenshots.masked', shot.masked)} ·{' '}
              {text(keyOf('review.screenshots.by', shot.by))}
            </span>
            <Button disabled={index === 0} onClick={() => go(-1)}>
              {text('review.screenshots.previous')}
            </Button>
            <Button disabled={index === report.screenshots.length - 1} onClick={() => go(1)}>
              {text('review.screenshots.next')}
            </Button>
            <Button type="primary" onClick={() => onJump(shot.at)}>
              {text('review.jump')}
            </Button>
          </>
        )
      }
    >
      {shot && (
        <div
          className="screenshot-large"
          onKeyDown={(event) => {
            if (event.key === 'ArrowLeft') go(-1);
            if (event.key === 'ArrowRight') go(1);
          }}
        >
          <ScreenshotPicture key={shot.id} shot={shot} source={source} name={step ?? ''} />
        </div>
      )}
    </Modal>
  );
}
