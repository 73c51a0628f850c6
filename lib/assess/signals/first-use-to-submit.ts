import { awayIn } from '../../model/away.ts';
import { lengthOf, within } from '../../model/intervals.ts';
import { defineSignal } from './define-signal.ts';
import { byTime } from './evidence-of.ts';
import { unseenPlaces } from './seen.ts';
import { findSubmission } from './submission.ts';

/**
 * From the first page of the walk to the filing of the application, without the time nobody walked.
 *
 * Null when nothing was filed or the filing was not seen. Threshold 30 minutes: the upper end of the idle time-out in
 * the OWASP Session Management Cheat Sheet (15-30 minutes for low-risk applications); that a citizen should be done
 * within it is ours.
 */
export const firstUseToSubmit = defineSignal({
  code: 'first_use_to_submit',
  unit: 'ms',
  threshold: 30 * 60_000,
  source: 'ours, after the OWASP Session Management Cheat Sheet: idle time-out 15-30 min',
  measure(report) {
    const first = byTime(report.visits)[0];
    const submission = findSubmission(report);
    if (!first || !submission || submission.at < first.at)
      return { value: null, unseen: unseenPlaces(report) ?? 'nothing-to-measure' };
    const { at: to, refs } = submission;
    const away = lengthOf(within(awayIn(report.session.pauses, report.gaps, to), first.at, to));
    return {
      value: Math.max(0, to - first.at - away),
      evidence: [{ at: first.at, to, tab: first.tab, refs: [first.id, ...refs], text: '' }],
    };
  },
});
