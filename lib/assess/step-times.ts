import type { Action } from '../model/action.ts';
import type { Request } from '../model/request.ts';
import type { Pause } from '../model/session.ts';
import type { StepTimes } from '../model/step.ts';
import type { Visit } from '../model/visit.ts';
import { type Interval, lengthOf, union, within, without } from './intervals.ts';

/** An action counts as this many milliseconds of activity: a person who does nothing longer is reading or away. */
const activeAfterAction = 5000;

/** Requests of these types keep a person waiting; pictures and scripts that come late do not. */
const waitedFor = new Set(['main_frame', 'sub_frame', 'xmlhttprequest']);

/** Requests shorter than this are not felt as waiting (100 ms: the limit under which an answer seems instant). */
const feltAfter = 100;

export type TimeEvidence = {
  actions: readonly Action[];
  requests: readonly Request[];
  visits: readonly Visit[];
  pauses: readonly Pause[];
};

/**
 * Where the time between two moments went, in milliseconds. Paused first; then waiting (page loads and requests under
 * way); then active (within 5 s after an action); the rest is idle. The four add up to the wall time.
 */
export function stepTimes(evidence: TimeEvidence, from: number, to: number): StepTimes {
  const whole: Interval[] = to > from ? [{ from, to }] : [];
  const paused = union(
    within(
      evidence.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? to })),
      from,
      to,
    ),
  );
  const loads = evidence.visits.flatMap((visit) =>
    visit.loadMs ? [{ from: visit.at, to: visit.at + visit.loadMs }] : [],
  );
  const calls = evidence.requests.flatMap((request) =>
    waitedFor.has(request.type) && request.duration >= feltAfter
      ? [{ from: request.at, to: request.at + request.duration }]
      : [],
  );
  const waiting = without(union(within([...loads, ...calls], from, to)), paused);
  const busy = union([...paused, ...waiting]);
  const acted = evidence.actions.map((action) => ({ from: action.at, to: action.at + activeAfterAction }));
  const active = without(union(within(acted, from, to)), busy);
  const wall = lengthOf(whole);
  const times = { paused: lengthOf(paused), waiting: lengthOf(waiting), active: lengthOf(active) };
  return { wall, ...times, idle: Math.max(0, wall - times.paused - times.waiting - times.active) };
}
