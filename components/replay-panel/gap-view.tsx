import { useMemo } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { ScreenshotPicture } from '../screenshot-strip/screenshot-picture.tsx';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import type { ReplayHandle } from './create-replay-handle.ts';
import { findAround, findLastBefore, nearest } from './last-before.ts';
import { reasonText } from './reason-text.ts';
import { useReplay } from './use-replay.ts';

/** Filmstrip and actions around a moment of which there is no replay, and the reason in words. */
export function GapView(props: { report: SessionReport; source: ReviewSource; replay: ReplayHandle }) {
  const { report, source, replay } = props;
  const text = useText();
  const since = report.session.startedAt;
  const second = useReplay(replay, (state) => Math.floor(state.at / 1000) * 1000);
  const failed = useReplay(replay, (state) => state.status === 'error');
  const code = useReplay(replay, (state) => state.reason);
  const reason = reasonText({ status: failed ? 'error' : 'gap', reason: code }, text);
  const here = report.gaps.filter((gap) => gap.why === code);
  const gap = findAround(here, second) ?? findAround(here, second + 999);
  const shots = useMemo(() => nearest(report.screenshots, second, 5), [report.screenshots, second]);
  const actions = useMemo(() => nearest(report.actions, second, 7), [report.actions, second]);
  const closest = nearest(shots, second, 1)[0];
  const current = findLastBefore(actions, second + 999)?.id;

  return (
    <div className="replay-gap">
      <header role="status">
        <strong>{text(failed ? 'review.gapView.failed' : 'review.gapView.title')}</strong>
        <span>
          {reason}
          {gap && (
            <>
              {' '}
              {text(
                'review.gapView.span',
                formatClock(gap.from - since),
                formatClock(gap.to - since),
                formatDuration(gap.to - gap.from, text),
              )}
            </>
          )}
        </span>
        <span className="zyb-weak">{text('review.gapView.instead')}</span>
      </header>
      <div className="replay-gap-body">
        <div className="replay-film">
          <div className="replay-film-large">
            {closest ? (
              <ScreenshotPicture key={closest.id} shot={closest} source={source} />
            ) : (
              <span className="zyb-weak">{text('review.gapView.noPictures')}</span>
            )}
          </div>
          <div className="replay-film-strip">
            {shots.map((shot) => (
              <button
                type="button"
                key={shot.id}
                onClick={() => replay.seek(shot.at)}
                aria-current={shot === closest}
              >
                <ScreenshotPicture shot={shot} source={source} />
                <span className="zyb-clock">{formatClock(shot.at - since)}</span>
              </button>
            ))}
          </div>
        </div>
        <ol className="replay-gap-actions">
          {actions.length === 0 && <li className="zyb-weak">{text('review.gapView.noActions')}</li>}
          {actions.map((action) => (
            <li key={action.id}>
              <button
                type="button"
                onClick={() => replay.seek(action.at)}
                aria-current={action.id === current}
              >
                <span className="zyb-clock">{formatClock(action.at - since)}</span>
                <span>{text(keyOf('actionKind', action.kind))}</span>
                <span className="zyb-cut">{action.label || text('review.path.noLabel')}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
