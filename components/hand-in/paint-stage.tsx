import { Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { useObjectUrl } from '../screenshot-strip/use-object-url.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { areaBetween, isWorthPainting, movedBy, type Point } from './areas.ts';
import { drawMarks } from './draw-marks.ts';
import type { Area } from './hand-in-props.ts';

/**
 * A picture with a canvas over it. By mouse: drag a rectangle. By keys: arrows move a cross, Enter sets the first
 * corner, arrows draw the rectangle out, Enter paints it over; Esc lets go of the corner.
 */
export function PaintStage(props: {
  shot: Screenshot;
  source: ReviewSource;
  busy: boolean;
  describedBy: string;
  onArea(area: Area): Promise<boolean>;
}) {
  const { shot, source, busy, onArea } = props;
  const text = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useObjectUrl(source, shot.object, 'image/jpeg', true);
  const size = { width: shot.width, height: shot.height };
  const [point, setPoint] = useState<Point>({ x: shot.width / 2, y: shot.height / 2 });
  const [corner, setCorner] = useState<Point>();
  const [byKeys, setByKeys] = useState(false);
  useEffect(() => {
    if (canvas.current) drawMarks(canvas.current, { point, corner, cross: byKeys });
  }, [point, corner, byKeys]);

  const pointOf = (event: React.PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    };
  };
  const paint = (from: Point, to: Point) => {
    setCorner(undefined);
    const area = areaBetween(from, to, size);
    if (isWorthPainting(area)) void onArea(area);
  };
  return (
    <div className="paint-stage" style={{ aspectRatio: `${shot.width} / ${shot.height}` }}>
      {picture.state === 'ready' && <img src={picture.url} alt="" draggable={false} />}
      {picture.state === 'failed' && <p role="alert">{text('review.screenshots.failed')}</p>}
      {(picture.state === 'waiting' || busy) && <Spin className="paint-wait" />}
      <canvas
        ref={canvas}
        width={shot.width}
        height={shot.height}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: drawn on by arrow keys and Enter, so it takes the focus; its role says so
        tabIndex={0}
        role="application"
        aria-label={text('handIn.paint.canvas')}
        aria-describedby={props.describedBy}
        onPointerDown={(event) => {
          if (busy || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setByKeys(false);
          setCorner(pointOf(event));
          setPoint(pointOf(event));
        }}
        onPointerMove={(event) => {
          if (corner && !byKeys) setPoint(pointOf(event));
        }}
        onPointerUp={(event) => {
          if (corner && !byKeys) paint(corner, pointOf(event));
        }}
        onPointerCancel={() => setCorner(undefined)}
        onFocus={(event) => setByKeys(event.currentTarget.matches(':focus-visible'))}
        onKeyDown={(event) => {
          const moved = movedBy(event.key, point, size, event.shiftKey);
          if (moved) setPoint(moved);
          else if (event.key === 'Enter' && !busy && corner) paint(corner, point);
          else if (event.key === 'Enter' && !busy) setCorner(point);
          else if (event.key === 'Escape' && corner) setCorner(undefined);
          else return;
          setByKeys(true);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}
