import type { SessionReport } from './report.ts';

/** The first number of each tab: one whose page the browser let go of has another when it is come back to. */
export function createSameTab({ visits }: Pick<SessionReport, 'visits'>): (tab: number) => number {
  const before = new Map(
    visits.flatMap(({ tab, wasTab }) => (wasTab === undefined ? [] : [[tab, wasTab] as const])),
  );
  return (tab) => {
    let first = tab;
    // As many steps at most as there are numbers: a report from elsewhere may turn in a circle.
    for (let steps = before.size; steps > 0; steps -= 1) first = before.get(first) ?? first;
    return first;
  };
}

/** The report with its visits, actions, incidents, requests, screenshots and steps under the first number of their tab. */
export function underFirstNumbers(report: SessionReport): SessionReport {
  const { visits, actions, incidents, requests, screenshots, steps } = report;
  if (!visits.some(({ wasTab }) => wasTab !== undefined)) return report;
  const sameTab = createSameTab(report);
  const renumber = <T extends { tab: number }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, tab: sameTab(row.tab) }));
  return {
    ...report,
    // That a page came anew is still told by `wasTab`.
    visits: renumber(visits).map((visit) =>
      visit.wasTab === undefined ? visit : { ...visit, wasTab: visit.tab },
    ),
    actions: renumber(actions),
    incidents: renumber(incidents),
    requests: renumber(requests),
    screenshots: renumber(screenshots),
    steps: renumber(steps),
  };
}
