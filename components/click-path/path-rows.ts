import type { Action } from '../../lib/model/action.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { pausedBetween } from '../../lib/model/session.ts';
import type { Step } from '../../lib/model/step.ts';
import type { Visit } from '../../lib/model/visit.ts';

/** One line of the click path. `since` is the time since the action before it, without pauses, ms. */
export type PathRow = { at: number; id: string } & (
  | { what: 'action'; action: Action; since: number | undefined }
  | { what: 'visit'; visit: Visit }
);
export type PathGroup = { step: Step | undefined; rows: PathRow[] };

/**
 * 点击路径: actions and the pages they led to, in order of time, grouped by step. Rows outside every step stand
 * in a group without one. A step without rows is kept: that nothing was seen in it is a fact too.
 */
export function pathGroups(
  report: Pick<SessionReport, 'actions' | 'visits' | 'steps' | 'session'>,
): PathGroup[] {
  const groups = new Map<Step | undefined, PathRow[]>(report.steps.map((step) => [step, []]));
  let before: number | undefined;
  for (const row of rowsInOrder(report)) {
    if (row.what === 'action') {
      row.since =
        before === undefined
          ? undefined
          : Math.max(0, row.at - before - pausedBetween(report.session.pauses, before, row.at));
      before = row.at;
    }
    const step = report.steps.findLast((candidate) => candidate.from <= row.at && row.at < candidate.to);
    const rows = groups.get(step) ?? [];
    rows.push(row);
    groups.set(step, rows);
  }
  return [...groups]
    .map(([step, rows]) => ({ step, rows }))
    .sort((a, b) => (a.step?.from ?? a.rows[0]?.at ?? 0) - (b.step?.from ?? b.rows[0]?.at ?? 0));
}

function rowsInOrder(report: Pick<SessionReport, 'actions' | 'visits'>): PathRow[] {
  const rows: PathRow[] = [
    ...report.visits
      .filter((visit) => visit.frame === 0)
      .map((visit): PathRow => ({ at: visit.at, id: visit.id, what: 'visit', visit })),
    ...report.actions.map(
      (action): PathRow => ({ at: action.at, id: action.id, what: 'action', action, since: undefined }),
    ),
  ];
  return rows.sort((a, b) => a.at - b.at);
}
