import type { Step } from '../../lib/model/step.ts';

/** `waiting` alone is for reports that do not say what the waiting was for. */
export const segmentKinds = [
  'active',
  'pageLoad',
  'requests',
  'verification',
  'waiting',
  'idle',
  'paused',
  'unobserved',
] as const;
export type Segment = { kind: (typeof segmentKinds)[number]; ms: number };

/** Clocks round differently; less than this is not a hole in the measurement. */
const tolerance = 500;

/**
 * What a step's wall time is made of, in milliseconds; empty parts left out. Time that nobody measured is its own
 * part: inside an identity host all but the waits, which are told from outside, whatever the measured parts leave over,
 * and of what would be idle the `unseenMs` that had no recorder.
 */
export function segmentsOf(step: Pick<Step, 'identity' | 'times'>, unseenMs = 0): Segment[] {
  const { wall, active, waiting, idle, paused, waitingFor } = step.times;
  const none = { pageLoad: 0, requests: 0, verification: 0, waiting: 0 };
  const measured = step.identity
    ? { ...none, active: 0, idle: 0, ...waitingFor }
    : { ...none, active, idle: Math.max(0, idle - unseenMs), ...(waitingFor ?? { waiting }) };
  const rest = wall - paused - Object.values(measured).reduce((sum, part) => sum + part, 0);
  const parts = {
    ...measured,
    paused,
    unobserved: rest > tolerance || step.identity || unseenMs > 0 ? Math.max(0, rest) : 0,
  };
  return segmentKinds.map((kind) => ({ kind, ms: parts[kind] })).filter((segment) => segment.ms > 0);
}

/** The parts of all steps together, in the order of `segmentKinds`; `unseenIn` says what of each had no recorder. */
export function totalsOf<S extends Pick<Step, 'identity' | 'times'>>(
  steps: readonly S[],
  unseenIn: (step: S) => number = () => 0,
): Segment[] {
  const all = steps.flatMap((step) => segmentsOf(step, unseenIn(step)));
  return segmentKinds
    .map((kind) => ({ kind, ms: all.reduce((sum, part) => sum + (part.kind === kind ? part.ms : 0), 0) }))
    .filter((segment) => segment.ms > 0);
}

/** What a step's waiting was for, empty parts left out; empty too in reports that do not say. */
export function waitingParts(step: Pick<Step, 'identity' | 'times'>): Segment[] {
  return segmentsOf(step).filter((part) => part.kind in (step.times.waitingFor ?? {}));
}
