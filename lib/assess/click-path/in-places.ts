import type { Action } from '../../model/action.ts';
import type { SessionReport } from '../../model/report.ts';
import { indexAfter } from './cursor.ts';
import type { Arrival, Arrivals } from './find-arrivals.ts';

/** Gives the tab's arrival that was on at a moment; undefined before its first. */
export function createPlaceFinder(arrivals: readonly Arrival[]) {
  const byTab = new Map<number, { times: number[]; list: Arrival[] }>();
  for (const each of arrivals) {
    const of = byTab.get(each.tab) ?? { times: [], list: [] };
    byTab.set(each.tab, of);
    of.times.push(each.at);
    of.list.push(each);
  }
  return (tab: number, at: number): Arrival | undefined => {
    const of = byTab.get(tab);
    return of?.list[indexAfter(of.times, at) - 1];
  };
}

/** Actions by which something is given, and not only gone on with. */
const giving: ReadonlySet<Action['kind']> = new Set(['type', 'select', 'check', 'upload', 'submit']);

/** The arrivals during which something was filled in, chosen, uploaded or submitted. */
export function findFilled(arrivals: readonly Arrival[], actions: readonly Action[]): Set<Arrival> {
  const find = createPlaceFinder(arrivals);
  const filled = new Set<Arrival>();
  for (const action of actions) {
    const place = giving.has(action.kind) ? find(action.tab, action.at) : undefined;
    if (place) filled.add(place);
  }
  return filled;
}

type Counts = { actions: number; incidents: number; painPoints: number };

/** What happened in each place, by its key. A pain point counts where the walker was looking. */
export function countInPlaces(
  { arrivals, switches, first }: Arrivals,
  report: Pick<SessionReport, 'actions' | 'incidents' | 'painPoints'>,
): Map<string, Counts> {
  const find = createPlaceFinder(arrivals);
  const counts = new Map<string, Counts>();
  const add = (place: Arrival | undefined, what: keyof Counts) => {
    if (!place) return;
    const of = counts.get(place.node) ?? { actions: 0, incidents: 0, painPoints: 0 };
    counts.set(place.node, of);
    of[what] += 1;
  };
  for (const { tab, at } of report.actions) add(find(tab, at), 'actions');
  for (const { tab, at } of report.incidents) add(find(tab, at), 'incidents');
  for (const { kind, at } of report.painPoints) {
    const tab = switches.findLast((each) => each.at <= at)?.to.tab ?? first?.tab;
    if (kind === 'pain' && tab !== undefined) add(find(tab, at), 'painPoints');
  }
  return counts;
}
