import type { Action } from '../model/action.ts';
import type { SessionReport } from '../model/report.ts';
import { addressOf } from '../model/site-profile.ts';
import { findPolled } from './find-polled.ts';

/** How long the recorder watches a press for a reaction, ms. */
const patience = 2000;
/** By these a page gets something for the walker. */
const asked = new Set(['main_frame', 'sub_frame', 'xmlhttprequest']);

/**
 * Says whether a press began a request that was not answered while the press was watched; none that a page repeats by
 * itself. A page hears of a request only when it ends, so such a press was answered, and its page could not know.
 */
export function createOpenRequests(
  report: Pick<SessionReport, 'requests' | 'actions' | 'visits'>,
): (press: Pick<Action, 'at' | 'tab'>) => boolean {
  const all = report.requests.filter(({ type }) => asked.has(type));
  const polled = findPolled(report);
  const repeated = new Set(all.filter(({ id }) => polled.has(id)).map(({ url }) => addressOf(url)));
  const calls = all.filter(({ url }) => !repeated.has(addressOf(url)));
  return ({ at: pressed, tab }) =>
    calls.some(
      (call) =>
        call.tab === tab &&
        call.at >= pressed &&
        call.at < pressed + patience &&
        call.at + call.duration >= pressed + patience,
    );
}
