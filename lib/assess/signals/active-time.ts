import { defineSignal } from './define-signal.ts';
import { unseenActions, unseenPart } from './seen.ts';

/**
 * How long the walker was doing something, over all steps.
 *
 * Observed where a recorder ran; login pages that are not looked into are left out, and the signal says so. Threshold
 * 15 minutes: the lower end of the idle time-out of the OWASP Session Management Cheat Sheet for low-risk applications
 * (15-30 minutes). There is no authority for the work itself: the limit is ours, and comparing two walks says more.
 */
export const activeTime = defineSignal({
  code: 'active_time',
  unit: 'ms',
  threshold: 15 * 60_000,
  source: 'ours, after the OWASP Session Management Cheat Sheet: idle time-out 15-30 min',
  measure(report) {
    const unseen = unseenActions(report);
    if (unseen) return { value: null, unseen };
    const steps = report.steps.filter((step) => !step.identity);
    if (!steps.length) return { value: null, unseen: unseenPart(report) ?? 'nothing-to-measure' };
    return { value: steps.reduce((sum, step) => sum + step.times.active, 0), unseen: unseenPart(report) };
  },
});
