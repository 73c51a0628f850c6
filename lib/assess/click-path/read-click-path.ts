import { awayBetween } from '../../model/away.ts';
import type { ClickPath } from '../../model/click-path.ts';
import type { SessionReport } from '../../model/report.ts';
import { underFirstNumbers } from '../../model/same-tab.ts';
import { answeredElsewhere } from '../answered-elsewhere.ts';
import { findArrivals } from './find-arrivals.ts';
import { listPath } from './list-path.ts';
import { makeFlow } from './make-flow.ts';
import { placeClicks } from './place-clicks.ts';

/** Reads the click path out of a report: the list, the flow picture and the clicks on each screenshot. */
export function readClickPath(told: SessionReport): ClickPath {
  const report = underFirstNumbers(told);
  const ordered = {
    ...report,
    actions: answeredElsewhere(report).sort((a, b) => a.at - b.at),
  };
  const { session, createdAt } = report;
  const path = findArrivals(ordered);
  return {
    pausedMs: awayBetween(report, session.startedAt, session.endedAt ?? createdAt),
    groups: listPath(ordered, path),
    flow: makeFlow(path, ordered),
    shots: placeClicks(ordered, path),
  };
}
