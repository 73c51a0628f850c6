import type { Flow } from '../../lib/model/click-path.ts';
import { useText } from '../text.tsx';

const kinds = ['forward', 'return', 'switch'] as const;

/** What the lines and boxes of this picture mean; only those that occur. */
export function FlowLegend({ flow }: { flow: Flow }) {
  const text = useText();
  return (
    <ul className="flow-legend">
      {kinds
        .filter((kind) => flow.edges.some((edge) => edge.kind === kind))
        .map((kind) => (
          <li key={kind}>
            <svg width="34" height="12" aria-hidden="true" className="flow-line" data-kind={kind}>
              <path className="flow-way" d="M1 6H28" />
              <path
                className="flow-head"
                d={kind === 'forward' ? 'M25 2L33 6L25 10z' : 'M25 2L32 6L25 10'}
                data-kind={kind}
              />
            </svg>
            {text(`clickPath.flow.legend.${kind}`)}
          </li>
        ))}
      {flow.nodes.some((node) => node.detour) && (
        <li>
          <i className="flow-swatch" data-detour="true" /> {text('clickPath.flow.legend.detour')}
        </li>
      )}
      {flow.nodes.some((node) => node.identity) && (
        <li>
          <i className="flow-swatch" data-identity="true" /> {text('clickPath.flow.legend.identity')}
        </li>
      )}
    </ul>
  );
}
