import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { incidentsOf } from './incidents-of.ts';
import { countedEverywhere, unseenRequests } from './seen.ts';

/**
 * Requests that were answered with 4xx or 5xx or not at all, pages and their parts alike; what the walker broke off by
 * going on is none.
 *
 * The browser tells of requests on every walk and in every mode. Threshold 0: whatever a page asks for should be there.
 */
export const httpError = defineSignal({
  code: 'http_error',
  unit: 'count',
  threshold: 0,
  source: 'ours: what a page asks for should be there',
  measure: (report) =>
    countedEverywhere(
      report,
      incidentsOf(report, 'failed-request', 'dead-resource').map((incident) =>
        evidenceOf(incident, { text: `${incident.message} ${incident.url}` }),
      ),
      unseenRequests(report),
    ),
});
