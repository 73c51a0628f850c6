import type { SignalEvidence } from '../../model/signal.ts';
import { addressOf } from '../../model/site-profile.ts';
import { createOpenRequests } from '../open-requests.ts';
import { createOpensTab } from '../opened-tabs.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { incidentsOf, sightingsOf } from './incidents-of.ts';
import { counted, unseenPlaces } from './seen.ts';

/** Incidents of requests begin with the browser's own word for what was asked for. */
const documents = /^(main_frame|sub_frame) /;

/**
 * Ways that lead nowhere: a page that could not be had, an error page, a blank page, a link that does nothing. The same
 * address counts once.
 *
 * The browser tells of pages on every walk; blank pages and links without effect only where a recorder ran. Threshold
 * 0: a link that is shown should lead somewhere.
 */
export const deadLink = defineSignal({
  code: 'dead_link',
  unit: 'count',
  threshold: 0,
  source: 'ours: a link that is shown should lead somewhere',
  measure(report) {
    const found: { key: string; evidence: SignalEvidence; at: number }[] = [];
    for (const incident of incidentsOf(report, 'failed-request', 'page-error')) {
      if (incident.kind === 'failed-request' && !documents.test(incident.message)) continue;
      const text = `${incident.message} ${incident.url}`;
      found.push({
        key: addressOf(incident.url),
        at: incident.at,
        evidence: evidenceOf(incident, { text }),
      });
    }
    for (const sighting of sightingsOf(report, 'blank-page')) {
      const evidence = evidenceOf(sighting, { text: sighting.text || sighting.url });
      found.push({ key: addressOf(sighting.url), at: sighting.at, evidence });
    }
    const isOpenAfter = createOpenRequests(report);
    const opensTab = createOpensTab(report.visits);
    for (const action of report.actions) {
      if (action.kind !== 'click' || action.role !== 'link' || action.reactedMs !== null) continue;
      if (opensTab(action) || isOpenAfter(action)) continue;
      const key = `${addressOf(action.url)} ${action.label}`;
      found.push({ key, at: action.at, evidence: evidenceOf(action, { text: action.label }) });
    }
    const seen = new Set<string>();
    const evidence = byTime(found).flatMap((each) => {
      if (seen.has(each.key)) return [];
      seen.add(each.key);
      return [each.evidence];
    });
    return counted(report, evidence, unseenPlaces(report));
  },
});
