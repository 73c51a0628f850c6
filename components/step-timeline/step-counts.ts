import type { SessionReport } from '../../lib/model/report.ts';
import type { Step } from '../../lib/model/step.ts';
import { measuredTime, unseenIn } from '../../lib/model/unseen-time.ts';

/** What lies within a step. `actions` is undefined where none could be seen (identity host, no recorder). */
export function countsIn(
  report: SessionReport,
  step: Pick<Step, 'from' | 'to' | 'tab' | 'identity' | 'times'>,
) {
  const inside = (row: { at: number }) => step.from <= row.at && row.at < step.to;
  const actions = report.actions.filter(inside).length;
  const isSeen = measuredTime(step, 'active', unseenIn(report, step)) !== undefined;
  return {
    actions: isSeen || (actions > 0 && !step.identity) ? actions : undefined,
    incidents: report.incidents.filter(inside).length,
    painPoints: report.painPoints.filter((point) => point.kind === 'pain' && inside(point)).length,
    gaps: report.gaps.filter((gap) => gap.from < step.to && gap.to > step.from).length,
  };
}
