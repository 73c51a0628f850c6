import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { incidentsOf } from './incidents-of.ts';
import { counted, unseenActions } from './seen.ts';

/**
 * Passing messages of error or warning that the page showed (el-message, layer.msg and the like).
 *
 * Null when no recorder ran; counted without their words on walks that keep figures only. Threshold 0: such a message
 * says that something went wrong, and is gone before everybody has read it (WCAG 2.2, success criterion 2.2.1).
 */
export const errorToast = defineSignal({
  code: 'error_toast',
  unit: 'count',
  threshold: 0,
  source: 'WCAG 2.2, success criterion 2.2.1: none',
  measure: (report) =>
    counted(
      report,
      incidentsOf(report, 'toast').map((incident) => evidenceOf(incident, { text: incident.message })),
      unseenActions(report),
    ),
});
