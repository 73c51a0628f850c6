import { awayIn } from './away.ts';
import type { Gap } from './gap.ts';
import { lengthOf, union, within, without } from './intervals.ts';
import type { Session } from './session.ts';
import type { Step, StepTimes } from './step.ts';
import type { Stream } from './stream.ts';

/** Gaps in which somebody walked and nothing of what was done could be kept. */
const unseenWhy: ReadonlySet<Gap['why']> = new Set([
  'no-script-here',
  'tab-crashed',
  'extension-updated',
  'not-stored',
]);

/** Clocks round differently; less than this is not a hole in the measurement, ms. */
const tolerance = 500;

type Told = { session: Pick<Session, 'pauses'>; gaps: readonly Gap[]; streams: readonly Stream[] };

/**
 * How much of a step had no recorder, ms: there nobody knows whether the walker did something or nothing. A loss inside
 * a frame leaves the page around it; the time nobody walked is not counted.
 */
export function unseenIn({ session, gaps, streams }: Told, step: Pick<Step, 'from' | 'to' | 'tab'>): number {
  const frames = new Set(streams.filter((stream) => !stream.top).map((stream) => stream.id));
  const unseen = gaps.filter(
    ({ why, tab, stream }) =>
      unseenWhy.has(why) && (tab ?? step.tab) === step.tab && !(stream && frames.has(stream)),
  );
  return lengthOf(without(union(within(unseen, step.from, step.to)), awayIn(session.pauses, gaps, step.to)));
}

/**
 * One part of a step's time; undefined where it was not observed, which is not the same as none: of a login page, and
 * of a step that had no recorder, except what the browser itself told. Nobody is called idle while unseen.
 */
export function measuredTime(
  step: { identity: boolean; times: StepTimes },
  kind: 'active' | 'waiting' | 'idle',
  unseenMs = 0,
): number | undefined {
  if (step.identity) return undefined;
  const { wall, paused } = step.times;
  const own = kind === 'idle' ? Math.max(0, step.times.idle - unseenMs) : step.times[kind];
  const nothingSeen = unseenMs > 0 && unseenMs + tolerance >= wall - paused;
  return nothingSeen && own <= tolerance ? undefined : own;
}
