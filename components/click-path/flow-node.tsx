import type { FlowNode } from '../../lib/model/click-path.ts';
import { formatAddress } from '../format/format-address.ts';
import { useText } from '../text.tsx';
import './flow-node.css';
import { box, type FlowBox } from './layout-flow.ts';
import { placeName } from './place-name.ts';
import { shortTime } from './short-time.ts';

/** One place: its number and name, its address, how often and how long it was looked at; a click goes to the first time. */
export function FlowNodeBox(props: {
  box: FlowBox;
  /** The tab's number, where there are several. */
  lane: number | undefined;
  current: boolean;
  onSeek(at: number): void;
  onActive(key: string | undefined): void;
}) {
  const { node, x, y } = props.box;
  const { lane, current, onSeek, onActive } = props;
  const text = useText();
  const name = placeName(node, text);
  const address = node.identity ? text('clickPath.flow.closed') : formatAddress(node.address);
  const stay =
    node.arrivals > 1
      ? `${text('clickPath.flow.arrivals', node.arrivals)} · ${text('clickPath.flow.median', shortTime(node.medianMs, text))} · ${text('clickPath.flow.total', shortTime(node.totalMs, text))}`
      : text('clickPath.flow.stay', shortTime(node.totalMs, text));
  return (
    <button
      type="button"
      className="flow-node"
      data-path-row="node"
      data-node={node.key}
      data-detour={node.detour || undefined}
      data-identity={node.identity || undefined}
      aria-current={current}
      style={{ left: x, top: y, width: box.width, height: box.height }}
      title={`${name}\n${node.address}`}
      onClick={() => onSeek(node.firstAt)}
      onMouseEnter={() => onActive(node.key)}
      onMouseLeave={() => onActive(undefined)}
      onFocus={() => onActive(node.key)}
      onBlur={() => onActive(undefined)}
    >
      <span className="flow-node-name zyb-cut">
        <span className="flow-node-number">{node.order + 1}</span>
        {node.identity && <Lock />}
        {name}
      </span>
      <span className="zyb-weak zyb-cut">{address}</span>
      <span className="zyb-weak zyb-cut flow-node-stay">{stay}</span>
      <Badges node={node} lane={lane} />
    </button>
  );
}

function Lock() {
  return (
    <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true" className="flow-lock">
      <path d="M3 5V3.5a2.5 2.5 0 0 1 5 0V5M1.5 5h8v6h-8z" />
    </svg>
  );
}

function Badges({ node, lane }: { node: FlowNode; lane: number | undefined }) {
  const text = useText();
  const badge = (key: string, tone: string, ...values: number[]) => (
    <span key={key} data-tone={tone}>
      {text(`clickPath.flow.${key}`, ...values)}
    </span>
  );
  return (
    <span className="flow-badges">
      {node.entry === 'walk' && badge('start', 'brand')}
      {node.entry === 'tab' && badge('tabOpened', 'plain')}
      {node.exit === 'walk' && badge('end', 'brand')}
      {lane !== undefined && badge('lane', 'plain', lane)}
      {node.detour && badge('detour', 'detour')}
      {node.stayed > 0 && badge('stayed', 'plain', node.stayed)}
      {node.incidents > 0 && badge('incidents', 'warn', node.incidents)}
      {node.painPoints > 0 && badge('painPoints', 'bad', node.painPoints)}
    </span>
  );
}
