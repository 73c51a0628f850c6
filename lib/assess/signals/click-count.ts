import { type Action, isTickOf } from '../../model/action.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { counted, unseenActions } from './seen.ts';

/**
 * How often the walker clicked: clicks, and ticks of boxes and radio buttons, which are recorded apart; a tick by its label
 * is one of both. Choosing from a list or picking a file are not clicks here, and sending a form is the click on its
 * button.
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
    const clicks = pressesIn(report.actions);
    const evidence = clicks.map((action) => evidenceOf(action, { text: action.label }));
    return counted(report, evidence, unseenActions(report));
  },
});

function pressesIn(actions: readonly Action[]): Action[] {
  const presses: Action[] = [];
  const lastClick = new Map<string, Action>();
  const order = (action: Action) => (action.kind === 'click' ? 0 : 1);
  for (const action of byTime(actions).sort((a, b) => a.at - b.at || order(a) - order(b))) {
    if (action.kind !== 'click' && action.kind !== 'check') continue;
    const click = lastClick.get(action.stream);
    if (action.kind === 'click') lastClick.set(action.stream, action);
    else lastClick.delete(action.stream);
    if (!click || !isTickOf(click, action)) presses.push(action);
  }
  return presses;
}
