import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { counted, unseenActions } from './seen.ts';

/**
 * How often the walker clicked: clicks, and ticks of boxes and radio buttons, which are recorded apart. Choosing from a
 * list or picking a file are not clicks here, and sending a form is the click on its button.
 *
 * Null when no recorder ran. Threshold 60, ours: no authority counts clicks (that three are enough was found to make no
 * difference, Porter 2003); at five seconds for each it is five minutes of nothing but clicking.
 */
export const clickCount = defineSignal({
  code: 'click_count',
  unit: 'count',
  threshold: 60,
  source: 'ours: five minutes of clicking at 5 s each',
  measure(report) {
    const clicks = report.actions.filter(({ kind }) => kind === 'click' || kind === 'check');
    const evidence = clicks.map((action) => evidenceOf(action, { text: action.label }));
    return counted(report, evidence, unseenActions(report));
  },
});
