import { useId } from 'react';
import type { Flow } from '../../lib/model/click-path.ts';
import { useText } from '../text.tsx';
import { edgeFigures, edgeSentence } from './flow-figures.ts';
import { type FlowLayout, type FlowLine, pill } from './layout-flow.ts';
import { shortTime } from './short-time.ts';

const signs = { forward: '', return: '↩', switch: '⇄', self: '' } as const;

/** The ways between the boxes with their figures. Kinds differ by dash, arrow head and sign, not by colour alone. */
export function FlowLines(props: { flow: Flow; layout: FlowLayout; active: string | undefined }) {
  const { flow, layout, active } = props;
  const id = useId();
  const text = useText();
  const fades = ({ edge }: FlowLine) => active !== undefined && edge.from !== active && edge.to !== active;
  return (
    <svg className="flow-lines" width={layout.width} height={layout.height} aria-hidden="true">
      <defs>
        {(['forward', 'return', 'switch'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${id}-${kind}`}
            data-kind={kind}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d={kind === 'forward' ? 'M0 0L10 5L0 10z' : 'M1 1L9 5L1 9'} />
          </marker>
        ))}
      </defs>
      {layout.lines.map((line) => (
        <g
          key={`${line.edge.from}\n${line.edge.to}`}
          className="flow-line"
          data-kind={line.edge.kind}
          data-detour={line.edge.detour || undefined}
          data-faded={fades(line) || undefined}
        >
          <title>{edgeSentence(line.edge, flow, text)}</title>
          <path className="flow-way-touch" d={line.d} />
          <path className="flow-way" d={line.d} markerEnd={`url(#${id}-${line.edge.kind})`} />
          {line.label.as === 'text' ? (
            <text x={line.label.x} y={line.label.y + 7}>
              {signs[line.edge.kind]} {edgeFigures(line.edge, text)}
            </text>
          ) : (
            <Pill line={line} />
          )}
        </g>
      ))}
    </svg>
  );
}

function Pill({ line: { edge, label } }: { line: FlowLine }) {
  const text = useText();
  const times = `${signs[edge.kind]}${text('clickPath.flow.times', edge.count)}`;
  const timed = edge.kind !== 'switch';
  return (
    <>
      <rect
        x={label.x - pill.width / 2}
        y={label.y - pill.height / 2}
        width={pill.width}
        height={pill.height}
        rx="6"
      />
      <text textAnchor="middle" x={label.x} y={label.y + (timed ? -2 : 4)}>
        {times}
      </text>
      {timed && (
        <text textAnchor="middle" x={label.x} y={label.y + 11}>
          {shortTime(edge.medianMs, text)}
        </text>
      )}
    </>
  );
}
