import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { incidentsOf } from './incidents-of.ts';
import { counted, unseenActions } from './seen.ts';

/**
 * Messages that what was filled in does not fit, by the page or by the browser.
 *
 * Null when no recorder ran. Threshold 2, ours: a slip or two are the walker's; from the third on it is the form that
 * asks for what it does not say (error prevention, the fifth of Nielsen's ten heuristics).
 */
export const validationError = defineSignal({
  code: 'validation_error',
  unit: 'count',
  threshold: 2,
  source: 'ours, after Nielsen heuristic 5, error prevention',
  measure: (report) =>
    counted(
      report,
      incidentsOf(report, 'validation').map((incident) => evidenceOf(incident, { text: incident.message })),
      unseenActions(report),
    ),
});
