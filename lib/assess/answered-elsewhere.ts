import type { Action } from '../model/action.ts';
import type { SessionReport } from '../model/report.ts';
import { createOpenRequests } from './open-requests.ts';
import { createOpensTab } from './opened-tabs.ts';

/** The presses, without the claim that nothing happened where a new tab or window came or a request was still open. */
export function answeredElsewhere(report: Pick<SessionReport, 'requests' | 'actions' | 'visits'>): Action[] {
  const opensTab = createOpensTab(report.visits);
  const isOpenAfter = createOpenRequests(report);
  return report.actions.map((action) => {
    if (action.reactedMs !== null || !(opensTab(action) || isOpenAfter(action))) return action;
    const { reactedMs: _none, ...rest } = action;
    return rest;
  });
}
