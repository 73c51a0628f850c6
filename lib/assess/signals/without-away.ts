import { awayIn } from '../../model/away.ts';
import { lengthOf, within } from '../../model/intervals.ts';
import type { SessionReport } from '../../model/report.ts';

type Told = Pick<SessionReport, 'session' | 'gaps' | 'createdAt'>;

/** Says what is left of `ms` milliseconds from a moment on without the time nobody walked. */
export function createWithoutAway({ session, gaps, createdAt }: Told): (at: number, ms: number) => number {
  const away = awayIn(session.pauses, gaps, session.endedAt ?? createdAt);
  return (at, ms) => Math.max(0, ms - lengthOf(within(away, at, at + ms)));
}
