import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { incidentsOf } from './incidents-of.ts';
import { counted, unseenActions } from './seen.ts';

/**
 * Dialogs of the browser itself: alert, confirm, prompt.
 *
 * Null when no recorder ran. Threshold 0, ours: they hold up the whole page, cannot be enlarged with it, and browsers
 * offer to suppress them; a page can ask on its own ground.
 */
export const nativeDialog = defineSignal({
  code: 'native_dialog',
  unit: 'count',
  threshold: 0,
  source: 'ours: a page can ask on its own ground',
  measure: (report) =>
    counted(
      report,
      incidentsOf(report, 'native-dialog').map((incident) =>
        evidenceOf(incident, { text: `${incident.detail ?? ''} ${incident.message}`.trim() }),
      ),
      unseenActions(report),
    ),
});
