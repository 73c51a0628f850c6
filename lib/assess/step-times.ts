import { type Action, stretchesOf } from '../model/action.ts';
import { awayIn } from '../model/away.ts';
import type { Gap } from '../model/gap.ts';
import { type Interval, lengthOf, union, within, without } from '../model/intervals.ts';
import type { Request } from '../model/request.ts';
import type { Pause } from '../model/session.ts';
import type { StepTimes } from '../model/step.ts';
import type { Visit } from '../model/visit.ts';
import type { Wait } from '../model/wait.ts';
import { findPolled } from './find-polled.ts';
import { createShownTime } from './tab-stretches.ts';
import { dataWaits, pageLoads, verifications } from './waiting-stretches.ts';

/** An action counts as this many milliseconds of activity: a person who does nothing longer is reading or away. */
const activeAfterAction = 5000;

export type TimeEvidence = {
  actions: readonly Action[];
  requests: readonly Request[];
  visits: readonly Visit[];
  pauses: readonly Pause[];
  /** Verifications, spinners and queues the pages showed. */
  waits?: readonly Wait[];
  /** Of these only the time the machine slept or the browser was closed counts here. */
  gaps?: readonly Gap[];
};

/**
 * Where the time between two moments went, in milliseconds. Every moment belongs to the first of these that covers it:
 *
 * 1. `paused`: a pause the walker made, the machine asleep, the browser closed. Nobody walked then, so it is neither
 *    active nor waiting nor idle; `wall` leaves nothing out, so it is in `wall`.
 * 2. `waiting` for a human verification: captcha, SMS code, scan, face. Before the others, because what the page
 *    loads or asks meanwhile is part of it.
 * 3. `active`: while keys come. Who types is kept waiting by nothing.
 * 4. `waiting` for a page load: a document under way, until its load event or until it was left before that.
 * 5. `waiting` for requests: calls that can be felt, queues, spinners until the walker goes on beside them. Both in the tab looked at alone, and without what
 *    a page asks again and again by itself.
 * 6. `active`: within 5 s after an action or a key.
 * 7. `idle`: the rest.
 *
 * wall = active + waiting + idle + paused, and `waitingFor` adds up to `waiting`.
 */
export function stepTimes(evidence: TimeEvidence, from: number, to: number): StepTimes {
  const { actions, requests, visits, pauses, waits = [], gaps = [] } = evidence;
  const whole: Interval[] = to > from ? [{ from, to }] : [];
  let taken: Interval[] = [];
  const take = (stretches: readonly Interval[]): number => {
    const own = without(union(within(stretches, from, to)), taken);
    taken = union([...taken, ...own]);
    return lengthOf(own);
  };
  const paused = take(awayIn(pauses, gaps, to));
  const verification = take(verifications(waits, actions, visits));
  const doing = actions.flatMap(stretchesOf);
  const typing = take(doing);
  const shown = createShownTime(visits);
  const polled = findPolled(evidence);
  const pageLoad = take(shown(pageLoads(visits, requests, polled)));
  const data = take(shown(dataWaits(requests, waits, polled, actions)));
  const after = take(
    doing.map(({ from: begun, to: ended }) => ({
      from: begun,
      to: Math.max(begun, ended) + activeAfterAction,
    })),
  );
  const active = typing + after;
  const waiting = verification + pageLoad + data;
  const wall = lengthOf(whole);
  return {
    wall,
    active,
    waiting,
    idle: Math.max(0, wall - paused - waiting - active),
    paused,
    waitingFor: { pageLoad, requests: data, verification },
  };
}
