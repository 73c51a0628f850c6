import type { SessionReport } from '../../lib/model/report.ts';
import type { Step } from '../../lib/model/step.ts';

/** What lies within a step. `actions` is undefined where none could be seen (identity host). */
export function countsIn(report: SessionReport, step: Pick<Step, 'from' | 'to' | 'identity'>) {
  const inside = (row: { at: number }) => step.from <= row.at && row.at < step.to;
  return {
    actions: step.identity ? undefined : report.actions.filter(inside).length,
    incidents: report.incidents.filter(inside).length,
    painPoints: report.painPoints.filter((point) => point.kind === 'pain' && inside(point)).length,
    gaps: report.gaps.filter((gap) => gap.from < step.to && gap.to > step.from).length,
  };
}
