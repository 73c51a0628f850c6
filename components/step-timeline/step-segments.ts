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
 * part: inside an identity host all but the waits, which are told from outside, and whatever the measured parts leave
 * over.
 */
export function segmentsOf(step: Pick<Step, 'identity' | 'times'>): Segment[] {
  const { wall, active, waiting, idle, paused, waitingFor } = step.times;
  const none = { pageLoad: 0, requests: 0, verification: 0, waiting: 0 };
  const measured = step.identity
    ? { ...none, active: 0, idle: 0, ...waitingFor }
    : { ...none, active, idle, ...(waitingFor ?? { waiting }) };
  const rest = wall - paused - Object.values(measured).reduce((sum, part) => sum + part, 0);
  const parts = {
    ...measured,
    paused,
    unobserved: rest > tolerance || step.identity ? Math.max(0, rest) : 0,
  };
  return segmentKinds.map((kind) => ({ kind, ms: parts[kind] })).filter((segment) => segment.ms > 0);
}

/** One part of a step's time; undefined when it was not observed, which is not the same as none. */
export function measuredPart(
  step: Pick<Step, 'identity' | 'times'>,
  kind: 'active' | 'waiting' | 'idle',
): number | undefined {
  return step.identity ? undefined : step.times[kind];
}

/** The parts of all steps together, in the order of `segmentKinds`. */
export function totalsOf(steps: readonly Pick<Step, 'identity' | 'times'>[]): Segment[] {
  const all = steps.flatMap(segmentsOf);
  return segmentKinds
    .map((kind) => ({ kind, ms: all.reduce((sum, part) => sum + (part.kind === kind ? part.ms : 0), 0) }))
    .filter((segment) => segment.ms > 0);
}

/** What a step's waiting was for, empty parts left out; empty too in reports that do not say. */
export function waitingParts(step: Pick<Step, 'identity' | 'times'>): Segment[] {
  return segmentsOf(step).filter((part) => part.kind in (step.times.waitingFor ?? {}));
}
