import { useRef } from 'react';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import './screenshot-strip.css';
import { useObjectUrl } from './use-object-url.ts';
import { useSeen } from './use-seen.ts';

/** One stored picture, read when it comes into view. Browsers know JPEG, PNG and WebP by their bytes. */
export function ScreenshotPicture(props: { shot: Screenshot; source: ReviewSource; name?: string }) {
  const { shot, source, name = '' } = props;
  const text = useText();
  const frame = useRef<HTMLSpanElement>(null);
  const seen = useSeen(frame);
  const picture = useObjectUrl(source, shot.object, 'image/jpeg', seen);
  return (
    <span
      className="screenshot-picture"
      ref={frame}
      style={{ aspectRatio: `${shot.width} / ${shot.height}` }}
    >
      {picture.state === 'ready' && <img src={picture.url} alt={name} draggable={false} />}
      {picture.state === 'failed' && (
        <span className="screenshot-failed" title={picture.reason}>
          {text('review.screenshots.failed')}
        </span>
      )}
    </span>
  );
}
