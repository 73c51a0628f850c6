import type { Flow, FlowEdge } from '../../lib/model/click-path.ts';
import type { Text } from '../text.tsx';
import { placeName } from './place-name.ts';
import { shortTime } from './short-time.ts';

/** The picture in one line of figures. */
export function flowFigures({ nodes, edges }: Flow) {
  const goings = edges.filter((edge) => edge.kind !== 'switch');
  const sum = (of: readonly number[]) => of.reduce((all, each) => all + each, 0);
  const detours = nodes.filter((node) => node.detour);
  return {
    places: nodes.length,
    goings: sum(goings.map((edge) => edge.count)),
    returns: sum(goings.filter((edge) => edge.kind === 'return').map((edge) => edge.count)),
    switches: sum(edges.filter((edge) => edge.kind === 'switch').map((edge) => edge.count)),
    detours: detours.length,
    detourMs: sum(detours.map((node) => node.totalMs)),
  };
}

/** How often a way was gone and how long the stay before it was, in as few words as a picture has room for. */
export function edgeFigures(edge: FlowEdge, text: Text): string {
  const times = text('clickPath.flow.times', edge.count);
  if (edge.kind === 'switch') return `${times} ${text('clickPath.flow.kind.switch')}`;
  if (edge.count === 1) return `${times} · ${shortTime(edge.totalMs, text)}`;
  return `${times} · ${text('clickPath.flow.median', shortTime(edge.medianMs, text))} · ${text('clickPath.flow.total', shortTime(edge.totalMs, text))}`;
}

/** A way as a whole sentence, for those who point at it. */
export function edgeSentence(edge: FlowEdge, { nodes }: Flow, text: Text): string {
  const name = (key: string) => {
    const node = nodes.find((each) => each.key === key);
    return node ? `${node.order + 1} ${placeName(node, text)}` : '';
  };
  const kind = text(`clickPath.flow.kind.${edge.kind}`);
  return `${name(edge.from)} → ${name(edge.to)} · ${kind} · ${edgeFigures(edge, text)}`;
}
