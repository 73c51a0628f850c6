import type { Flow } from '../../lib/model/click-path.ts';
import { formatDuration } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import './flow-table.css';
import { placeName } from './place-name.ts';

const columns = ['from', 'to', 'kind', 'count', 'median', 'total'] as const;

/** The same ways as a table, for those who read rather than look. */
export function FlowTable({ flow, onSeek }: { flow: Flow; onSeek(at: number): void }) {
  const text = useText();
  const byKey = new Map(flow.nodes.map((node) => [node.key, node]));
  const name = (key: string) => {
    const node = byKey.get(key);
    if (!node) return '';
    const detour = node.detour ? ` (${text('clickPath.flow.detour')})` : '';
    return `${node.order + 1} ${placeName(node, text)}${detour}`;
  };
  return (
    <div className="flow-scroll">
      <table className="flow-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {text(`clickPath.flow.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flow.edges.map((edge) => (
            <tr key={`${edge.from}\n${edge.to}`} data-kind={edge.kind}>
              <td>{name(edge.from)}</td>
              <td>
                <button type="button" className="flow-table-jump" onClick={() => onSeek(edge.firstAt)}>
                  {name(edge.to)}
                </button>
              </td>
              <td>
                {text(`clickPath.flow.kind.${edge.kind}`)}
                {edge.byButton > 0 && (
                  <span className="zyb-weak"> {text('clickPath.flow.byButton', edge.byButton)}</span>
                )}
              </td>
              <td>{edge.count}</td>
              <td>{edge.kind === 'switch' ? '–' : formatDuration(edge.medianMs, text)}</td>
              <td>{edge.kind === 'switch' ? '–' : formatDuration(edge.totalMs, text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
