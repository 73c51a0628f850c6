import type { SessionReport } from '../../model/report.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { type Place, placesOf } from './places.ts';
import { unseenPlaces } from './seen.ts';
import { stopsOnShortestWays } from './shortest-path.ts';
import { findSubmission } from './submission.ts';

const goals = new Set(['apply', 'material', 'accept', 'result']);

/**
 * Pages that were not needed: those off every shortest way, through the pages the walker saw, from the first page to
 * the one from which the application was filed; on a walk that stopped before, to the last form it came to.
 *
 * Null when the walk came to no form. Threshold 2, ours: whoever looks for an item for the first time opens a page or
 * two beside the way (a usual bound for being lost, Smith 1996, is relative and too kind to long ways).
 */
export const detour = defineSignal({
  code: 'detour',
  unit: 'count',
  threshold: 2,
  source: 'ours: one or two pages beside the way on a first visit',
  measure(report) {
    const way = wayToGoal(report);
    if (!way.length) return { value: null, unseen: unseenPlaces(report) ?? 'nothing-to-measure' };
    const needed = stopsOnShortestWays(way.map((place) => place.address));
    const off = new Map<string, Place>();
    for (const place of way) {
      if (!needed.has(place.address) && !off.has(place.address)) off.set(place.address, place);
    }
    const evidence = [...off.values()].map(({ at, visit }) =>
      evidenceOf({ ...visit, at }, { text: visit.title || visit.url }),
    );
    return { value: off.size, evidence };
  },
});

function wayToGoal(report: SessionReport): Place[] {
  let goal = findSubmission(report)?.at;
  if (goal === undefined)
    for (const { at, stage } of report.visits) if (goals.has(stage ?? '')) goal = Math.max(goal ?? at, at);
  const until = goal ?? Number.NEGATIVE_INFINITY;
  return placesOf(report).filter((place) => place.at <= until);
}
