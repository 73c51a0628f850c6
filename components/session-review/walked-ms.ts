import { awayBetween } from '../../lib/model/away.ts';
import type { SessionReport } from '../../lib/model/report.ts';

/** From start to end without the time nobody walked, ms: the one figure that the screens call the walk's time. */
export function walkedMs(report: Pick<SessionReport, 'session' | 'gaps' | 'createdAt'>): number {
  const { session, createdAt } = report;
  const end = session.endedAt ?? createdAt;
  return Math.max(0, end - session.startedAt - awayBetween(report, session.startedAt, end));
}
