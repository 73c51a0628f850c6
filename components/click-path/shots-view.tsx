import { Button, Empty, Modal } from 'antd';
import { useState } from 'react';
import { awayBetween } from '../../lib/model/away.ts';
import type { ShotClicks } from '../../lib/model/click-path.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findAround } from '../replay-panel/last-before.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { actionSentence } from './action-sentence.ts';
import { moveFocus } from './move-focus.ts';
import { ShotRings } from './shot-rings.tsx';
import './shots.css';

/** The screenshots that clicks belong to, one at a time, with the clicks drawn on it and listed below. */
export function ShotsView(props: {
  shots: readonly ShotClicks[];
  report: SessionReport;
  source: ReviewSource;
  replay: ReplayHandle;
}) {
  const { report, source, replay } = props;
  const text = useText();
  const shots = props.shots.filter(({ rings, unplaced }) => rings.length + unplaced.length > 0);
  const [index, setIndex] = useState(() => openingShot(shots, replay.getState().at));
  const [large, setLarge] = useState(false);
  const clicks = shots[Math.min(index, shots.length - 1)];
  if (!clicks) {
    const why =
      report.session.privacy === 'metrics' ? 'review.screenshots.metricsOnly' : 'clickPath.shots.none';
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text(why)} />;
  }
  const { session } = report;
  const since = (at: number) =>
    formatClock(at - session.startedAt - awayBetween(report, session.startedAt, at));
  const step = findAround(report.steps, clicks.shot.at)?.name ?? '';
  const name = text('review.screenshots.name', since(clicks.shot.at), step);
  const turn = (
    <div className="shots-bar">
      <Button size="small" disabled={index === 0} onClick={() => setIndex(index - 1)}>
        {text('review.screenshots.previous')}
      </Button>
      <span className="zyb-cut" title={name}>
        {text('clickPath.shots.of', index + 1, shots.length)} · {name}
      </span>
      <Button size="small" disabled={index >= shots.length - 1} onClick={() => setIndex(index + 1)}>
        {text('review.screenshots.next')}
      </Button>
    </div>
  );
  return (
    <div className="shots">
      {turn}
      <ShotRings clicks={clicks} source={source} onSeek={replay.seek} />
      <div className="shots-note zyb-weak">
        <span>{text('clickPath.shots.note')}</span>
        <Button size="small" onClick={() => setLarge(true)}>
          {text('clickPath.flow.enlarge')}
        </Button>
      </div>
      {clicks.rings.some((ring) => ring.assumed) && (
        <p className="path-note zyb-weak">{text('clickPath.shots.assumed')}</p>
      )}
      <ShotList clicks={clicks} since={since} onSeek={replay.seek} />
      <Modal
        open={large}
        destroyOnHidden
        width="min(1300px, calc(100vw - 32px))"
        style={{ top: 16 }}
        title={text('clickPath.view.shots')}
        footer={null}
        onCancel={() => setLarge(false)}
      >
        {turn}
        <ShotRings
          clicks={clicks}
          source={source}
          onSeek={(at) => {
            setLarge(false);
            replay.seek(at);
          }}
        />
      </Modal>
    </div>
  );
}

function ShotList(props: { clicks: ShotClicks; since(at: number): string; onSeek(at: number): void }) {
  const { clicks, since, onSeek } = props;
  const text = useText();
  const rows = [...clicks.rings.map((ring) => ({ ...ring, why: undefined })), ...clicks.unplaced].sort(
    (a, b) => a.n - b.n,
  );
  return (
    <div className="shots-list" onKeyDown={moveFocus}>
      {rows.map(({ n, action, why }) => (
        <button
          type="button"
          key={n}
          className="zyb-row path-row"
          data-path-row="click"
          onClick={() => onSeek(action.at)}
        >
          <span className="zyb-clock">{since(action.at)}</span>
          <span className="path-mark">
            <span className="shot-number" data-placed={why === undefined}>
              {n}
            </span>
          </span>
          <span className="path-what">{actionSentence([action], text)}</span>
          <span className="path-side zyb-weak">
            {why && text(keyOf('clickPath.shots.unplaced', why))}
            {action.reactedMs === null && <strong data-tone="bad">{text('clickPath.reaction.none')}</strong>}
          </span>
        </button>
      ))}
    </div>
  );
}

/** The picture that the replay's moment belongs to; else the first on which something can be seen. */
function openingShot(shots: readonly ShotClicks[], at: number): number {
  const now = shots.findLastIndex(({ shot }) => shot.at <= at);
  if (now >= 0) return now;
  return Math.max(
    0,
    shots.findIndex(({ rings }) => rings.length > 0),
  );
}
