import type { Flow, FlowEdge, FlowNode } from '../../model/click-path.ts';
import type { SessionReport } from '../../model/report.ts';
import type { Arrival, Arrivals } from './find-arrivals.ts';
import { findDetours } from './find-detours.ts';
import { countInPlaces, findFilled } from './in-places.ts';
import { shortTitles } from './short-titles.ts';
import { medianOf } from './since-start.ts';

type Evidence = Pick<SessionReport, 'actions' | 'incidents' | 'painPoints'>;

/** The flow picture's content: places as nodes, transitions with their counts and times, returns and detours. */
export function makeFlow(path: Arrivals, report: Evidence): Flow {
  const { arrivals, first, last } = path;
  const tabs = [...new Set(arrivals.map((each) => each.tab))];
  const ordered = new Map<string, Arrival[]>();
  for (const each of arrivals) {
    const of = ordered.get(each.node);
    if (of) of.push(each);
    else ordered.set(each.node, [each]);
  }
  const order = new Map([...ordered.keys()].map((key, index) => [key, index]));
  const edges = edgesOf(path, order);
  const counts = countInPlaces(path, report);
  const detours = findDetours({
    edges,
    from: first?.node,
    to: last?.node,
    needed: neededPlaces(path, report),
    nodes: [...ordered.keys()],
  });
  const firstOf = new Set(tabs.map((tab) => arrivals.find((each) => each.tab === tab)?.node));
  const lastOf = new Set(tabs.map((tab) => arrivals.findLast((each) => each.tab === tab)?.node));
  const endMark = (walk: boolean, tab: boolean) => (walk ? 'walk' : tab ? 'tab' : undefined);
  const titles = shortTitles([...ordered.values()].map((all) => commonest(all.map(({ title }) => title))));
  const nodes = [...ordered].map(([key, all], index): FlowNode => {
    const place = all[0];
    const stays = all.map((each) => each.ms);
    return {
      key,
      order: index,
      lane: tabs.indexOf(all[0]?.tab ?? 0),
      title: titles[index] ?? '',
      address: place?.address ?? '',
      wizardStep: place?.wizardStep ?? '',
      identity: place?.identity ?? false,
      arrivals: all.length,
      totalMs: sum(stays),
      medianMs: medianOf(stays),
      stayed: edges.find((edge) => edge.kind === 'self' && edge.from === key)?.count ?? 0,
      ...(counts.get(key) ?? { actions: 0, incidents: 0, painPoints: 0 }),
      firstAt: all[0]?.at ?? 0,
      entry: endMark(first?.node === key, firstOf.has(key)),
      exit: endMark(last?.node === key, tabs.length > 1 && lastOf.has(key)),
      detour: detours.has(key),
    };
  });
  return {
    lanes: tabs.map((tab, index) => ({
      tab,
      label: index + 1,
      arrivals: arrivals.filter((each) => each.tab === tab).length,
    })),
    nodes,
    edges: edges.map((edge) => ({ ...edge, detour: detours.has(edge.from) || detours.has(edge.to) })),
    totalMs: sum(arrivals.map((each) => each.ms)),
  };
}

/** The most frequent title, of equals the first; a title that came late may have been taken for another page's. */
function commonest(titles: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const title of titles) if (title) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])[0];
}

const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);

type Going = { from: Arrival; to: Arrival; at: number; switched: boolean };

/** Every going from place to place: within a tab from each arrival to the next, and between tabs. */
function goings({ arrivals, switches }: Arrivals): Going[] {
  const before = new Map<number, Arrival>();
  const all: Going[] = switches.map((each) => ({ ...each, switched: true }));
  for (const to of arrivals) {
    const from = before.get(to.tab);
    if (from) all.push({ from, to, at: to.at, switched: false });
    before.set(to.tab, to);
  }
  return all.sort((a, b) => a.at - b.at);
}

function edgesOf(path: Arrivals, order: ReadonlyMap<string, number>): FlowEdge[] {
  const grouped = new Map<string, Going[]>();
  for (const going of goings(path)) {
    const key = `${going.from.node}\n${going.to.node}`;
    const of = grouped.get(key);
    if (of) of.push(going);
    else grouped.set(key, [going]);
  }
  return [...grouped.values()].flatMap((all): FlowEdge[] => {
    const one = all[0];
    if (!one) return [];
    const { node: from } = one.from;
    const { node: to } = one.to;
    const stays = all.map((each) => (each.switched ? 0 : each.from.ms));
    const upward = (order.get(to) ?? 0) < (order.get(from) ?? 0);
    return [
      {
        from,
        to,
        kind: one.switched ? 'switch' : from === to ? 'self' : upward ? 'return' : 'forward',
        count: all.length,
        byButton: all.filter((each) => !each.switched && /^(back|forward|history)$/.test(each.to.by)).length,
        totalMs: sum(stays),
        medianMs: medianOf(stays),
        firstAt: one.at,
        detour: false,
      },
    ];
  });
}

/** Places in the order in which something was filled in there, or in which an identity host was passed. */
function neededPlaces({ arrivals }: Arrivals, { actions }: Evidence): string[] {
  const filled = findFilled(arrivals, actions);
  return arrivals.filter((each) => each.identity || filled.has(each)).map((each) => each.node);
}
