import type { SessionReport } from '../../lib/model/report.ts';
import { pausedBetween } from '../../lib/model/session.ts';

/** From start to end without pauses, ms: the one figure that the screens call the walk's time. */
export function walkedMs({ session, createdAt }: Pick<SessionReport, 'session' | 'createdAt'>): number {
  const end = session.endedAt ?? createdAt;
  return Math.max(0, end - session.startedAt - pausedBetween(session.pauses, session.startedAt, end));
}
