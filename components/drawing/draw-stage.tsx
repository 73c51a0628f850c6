import { Spin } from 'antd';
import { useState } from 'react';
import { type Shape, type Stroke, type StrokeColor, shapesOf, unitOf } from '../../lib/model/drawing.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { movedBy, type Point } from '../hand-in/areas.ts';
import { useObjectUrl } from '../screenshot-strip/use-object-url.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { makeStroke, type Tool, withPoint } from './make-stroke.ts';
import { ShapeLayer } from './shape-layer.tsx';

/**
 * A picture to draw on. By mouse: drag; for words, press where they begin. By keys: arrows move a cross, Enter begins,
 * arrows draw, Enter ends; Esc lets go.
 */
export function DrawStage(props: {
  shot: Screenshot;
  source: ReviewSource;
  shapes: readonly Shape[];
  tool: Tool;
  color: StrokeColor;
  full: boolean;
  describedBy: string;
  onStroke(stroke: Stroke): void;
  onWordsAt(point: Point): void;
}) {
  const { shot, source, shapes, tool, color, full, onStroke, onWordsAt } = props;
  const text = useText();
  const picture = useObjectUrl(source, shot.object, 'image/jpeg', true);
  const size = { width: shot.width, height: shot.height };
  const [point, setPoint] = useState<Point>({ x: shot.width / 2, y: shot.height / 2 });
  const [way, setWay] = useState<readonly Point[]>();
  const [byKeys, setByKeys] = useState(false);

  const pointOf = (event: React.PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    };
  };
  const begin = (at: Point) => {
    if (full) return;
    if (tool === 'text') onWordsAt(at);
    else setWay([at]);
  };
  const end = (at: Point) => {
    if (!way || tool === 'text') return;
    setWay(undefined);
    const stroke = makeStroke(tool, color, [...way, at]);
    if (stroke) onStroke(stroke);
  };
  const drawn = way && tool !== 'text' ? makeStroke(tool, color, [...way, point]) : undefined;
  const unit = unitOf(shot.width);
  const cross: Shape[] = byKeys
    ? [
        {
          kind: 'path',
          d: `M${point.x - 14 * unit} ${point.y}h${28 * unit}M${point.x} ${point.y - 14 * unit}v${28 * unit}`,
          ink: '#1d2530',
          width: 2 * unit,
        },
      ]
    : [];
  return (
    <div className="draw-stage" style={{ aspectRatio: `${shot.width} / ${shot.height}` }}>
      {picture.state === 'ready' && <img src={picture.url} alt="" draggable={false} />}
      {picture.state === 'failed' && <p role="alert">{text('review.screenshots.failed')}</p>}
      {picture.state === 'waiting' && <Spin className="draw-wait" />}
      <ShapeLayer
        shapes={[...shapes, ...(drawn ? shapesOf([drawn], shot.width) : []), ...cross]}
        width={shot.width}
        height={shot.height}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: drawn on by arrow keys and Enter; no element of HTML does that */}
      <div
        className="draw-canvas"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: drawn on by arrow keys and Enter, so it takes the focus
        tabIndex={0}
        role="application"
        aria-label={text('draw.canvas')}
        aria-describedby={props.describedBy}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setByKeys(false);
          setPoint(pointOf(event));
          begin(pointOf(event));
        }}
        onPointerMove={(event) => {
          if (!way || byKeys) return;
          setPoint(pointOf(event));
          if (tool === 'line') setWay(withPoint(way, pointOf(event)));
        }}
        onPointerUp={(event) => {
          if (!byKeys) end(pointOf(event));
        }}
        onPointerCancel={() => setWay(undefined)}
        onFocus={(event) => setByKeys(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setByKeys(false)}
        onKeyDown={(event) => {
          const moved = movedBy(event.key, point, size, event.shiftKey);
          if (moved) {
            setPoint(moved);
            if (way && tool === 'line') setWay(withPoint(way, moved));
          } else if (event.key === 'Enter' && way) end(point);
          else if (event.key === 'Enter') begin(point);
          else if (event.key === 'Escape' && way) setWay(undefined);
          else return;
          setByKeys(true);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}
