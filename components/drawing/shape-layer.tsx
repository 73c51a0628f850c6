import type { Shape } from '../../lib/model/drawing.ts';
import './drawing.css';

/** Shapes over a picture of this size, in its own pixels; a light edge keeps them seen on any ground. */
export function ShapeLayer(props: {
  shapes: readonly Shape[];
  width: number;
  height: number;
  name?: string;
}) {
  const { shapes, width, height, name } = props;
  const keyed = shapes.map((shape, n) => ({ shape, key: `${n}-${shape.kind}` }));
  return (
    <svg
      className="shape-layer"
      viewBox={`0 0 ${width} ${height}`}
      {...(name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {keyed.map(({ shape, key }) =>
        shape.kind === 'words' ? (
          <text
            key={key}
            x={shape.x}
            y={shape.y}
            fill={shape.ink}
            fontSize={shape.size}
            strokeWidth={shape.size / 4}
          >
            {shape.text}
          </text>
        ) : (
          <g key={key}>
            <path d={shape.d} stroke="#fff" strokeWidth={shape.width * 2} opacity={0.75} />
            <path
              d={shape.d}
              stroke={shape.ink}
              strokeWidth={shape.width}
              strokeDasharray={shape.dashed ? `${shape.width * 3} ${shape.width * 2}` : undefined}
            />
          </g>
        ),
      )}
    </svg>
  );
}
