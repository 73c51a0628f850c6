import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { shapesOnPicture } from '../../lib/model/shapes-on-picture.ts';
import { ScreenshotPicture } from '../screenshot-strip/screenshot-picture.tsx';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { ShapeLayer } from './shape-layer.tsx';

/** A pain point's picture with its element framed and what was drawn over it; the picture itself stays as it is. */
export function MarkedPicture(props: { point: PainPoint; shot: Screenshot; source: ReviewSource }) {
  const { point, shot, source } = props;
  const text = useText();
  const words = (point.drawing ?? []).flatMap((stroke) => (stroke.kind === 'text' ? [stroke.text] : []));
  return (
    <span className="marked-picture">
      <ScreenshotPicture key={shot.object} shot={shot} source={source} />
      <ShapeLayer
        shapes={shapesOnPicture(point, shot)}
        width={shot.width}
        height={shot.height}
        name={text('draw.name', words.join('、'))}
      />
    </span>
  );
}
