import { defineSignal } from './define-signal.ts';
import { slowest } from './slowest.ts';

const limitMs = 5 * 60_000;

/**
 * How long the walker stayed on the step that took longest, from entering to leaving, without the time nobody walked.
 *
 * Observed wherever there are steps, on login pages too. Threshold 5 minutes: the upper end of the idle time-out that
 * the OWASP Session Management Cheat Sheet gives for high-value applications (2-5 minutes); whoever stays longer on
 * one form may have lost the login on leaving it.
 */
export const stepDuration = defineSignal({
  code: 'step_duration',
  unit: 'ms',
  threshold: limitMs,
  source: 'OWASP Session Management Cheat Sheet: idle time-out 2-5 min',
  measure: (report) =>
    slowest(
      report.steps.map(({ id, from, to, tab, name, times }) => ({
        ms: Math.max(0, times.wall - times.paused),
        evidence: { at: from, to, tab, stepId: id, refs: [id], text: name.slice(0, 200) },
      })),
      limitMs,
    ),
});
