import type { ShotClicks } from '../../lib/model/click-path.ts';
import { ScreenshotPicture } from '../screenshot-strip/screenshot-picture.tsx';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { actionSentence } from './action-sentence.ts';
import { joinRings, spotLabel } from './join-rings.ts';

/** A screenshot with a numbered ring where each click hit it; a ring goes to its click's moment. */
export function ShotRings(props: { clicks: ShotClicks; source: ReviewSource; onSeek(at: number): void }) {
  const { clicks, source, onSeek } = props;
  const { shot, rings } = clicks;
  const text = useText();
  const height = shot.height / shot.width;
  const points = rings.map(({ x, y }) => `${x * 100},${y * 100 * height}`).join(' ');
  return (
    <div className="shot-rings">
      <ScreenshotPicture key={shot.id} shot={shot} source={source} name={text('clickPath.shots.picture')} />
      <svg viewBox={`0 0 100 ${100 * height}`} preserveAspectRatio="none" aria-hidden="true">
        <polyline points={points} />
      </svg>
      {joinRings(rings, height).map((spot) => {
        const first = spot.rings[0];
        if (!first) return null;
        const name = spot.rings.map(({ n, action }) => `${n} ${actionSentence([action], text)}`).join('\n');
        return (
          <button
            type="button"
            key={first.n}
            className="shot-ring"
            data-rings={spot.rings.length}
            data-unanswered={spot.rings.some(({ action }) => action.reactedMs === null) || undefined}
            style={{ left: `${spot.x * 100}%`, top: `${spot.y * 100}%` }}
            title={name}
            aria-label={name}
            onClick={() => onSeek(first.action.at)}
          >
            <span>{spotLabel(spot)}</span>
          </button>
        );
      })}
    </div>
  );
}
