import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { incidentsOf } from './incidents-of.ts';
import { counted, unseenActions } from './seen.ts';

/**
 * Script errors and rejections that no page code caught.
 *
 * Null when no recorder ran. Threshold 0, ours: an error nobody caught leaves the page in a state nobody planned.
 */
export const jsError = defineSignal({
  code: 'js_error',
  unit: 'count',
  threshold: 0,
  source: 'ours: an uncaught error leaves a state nobody planned',
  measure: (report) =>
    counted(
      report,
      incidentsOf(report, 'script-error', 'unhandled-rejection').map((incident) =>
        evidenceOf(incident, { text: incident.message }),
      ),
      unseenActions(report),
    ),
});
