import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { addressOf } from '../../model/site-profile.ts';
import { vitalLimits } from '../../model/web-vital.ts';
import { findLastAt } from '../find-last-at.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf, groupBy } from './evidence-of.ts';
import { pageVisits } from './places.ts';
import { slowest } from './slowest.ts';
import { createWithoutAway } from './without-away.ts';

/** A stream may begin this much before the browser tells of its page, ms. */
const clocksApart = 1000;

/**
 * How long the slowest page took to load: from the start of the navigation to its load event where the page's own
 * timing is known, else from its commit; without the time nobody walked.
 *
 * Null when no page's load event was seen. Threshold 4 s: web.dev calls a largest contentful paint beyond that poor;
 * the load event, for which nobody publishes a limit, comes no earlier for pages like these.
 */
export const pageLoad = defineSignal({
  code: 'page_load',
  unit: 'ms',
  threshold: vitalLimits.lcp.poor,
  source: 'web-vitals: LCP is poor beyond 4 s',
  measure: (report) => slowest(loadsOf(report), vitalLimits.lcp.poor),
});

type Load = { ms: number; evidence: SignalEvidence };

function loadsOf(report: SessionReport): Load[] {
  const visits = pageVisits(report).filter((visit) => visit.kind === 'document');
  const visitsAt = groupBy(visits, (visit) => `${visit.tab} ${addressOf(visit.url)}`);
  const withoutAway = createWithoutAway(report);
  // A page's own clock stands still in a sleep that it noticed by the wall clock.
  const ownWithoutAway = createWithoutAway({
    ...report,
    gaps: report.gaps.filter(({ why, detail }) => why !== 'asleep' || detail !== 'wall'),
  });
  const streams = new Map(report.streams.map((stream) => [stream.id, stream]));
  const own = new Map<string, Load>();
  const apart: Load[] = [];
  for (const timing of report.pageTimings) {
    if (timing.frame !== 0 || timing.load === undefined) continue;
    const ms = ownWithoutAway(timing.at, timing.load);
    // It loaded while nobody walked: nobody waited for it.
    if (ms === 0 && timing.load > 0) continue;
    const began = streams.get(timing.stream)?.startedAt ?? timing.at;
    const list = visitsAt.get(`${timing.tab} ${addressOf(timing.url)}`) ?? [];
    const visit = findLastAt(list, began + clocksApart, (each) => each.at);
    const to = timing.at + timing.load;
    const text = visit ? visit.title || visit.url : timing.url;
    const load = { ms, evidence: evidenceOf(visit ?? timing, { to, text }) };
    if (!visit) apart.push(load);
    else if (ms > (own.get(visit.id)?.ms ?? -1)) own.set(visit.id, load);
  }
  const loads = visits.flatMap((visit) => {
    const byPage = own.get(visit.id);
    if (byPage) return [byPage];
    if (visit.loadMs === undefined) return [];
    const to = visit.at + visit.loadMs;
    const ms = withoutAway(visit.at, visit.loadMs);
    return [{ ms, evidence: evidenceOf(visit, { to, text: visit.title || visit.url }) }];
  });
  return [...loads, ...apart];
}
