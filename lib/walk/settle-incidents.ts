import type { Incident } from '../model/incident.ts';
import { type Interval, lengthOf, within } from '../model/intervals.ts';
import type { Request } from '../model/request.ts';
import { slowAfterMs } from './watch-requests.ts';

/** A machine that wakes finds its network again within this, ms. */
const wakingMs = 10_000;
/** What the browser calls a network that went and came. */
const offTheNet = /ERR_NETWORK_CHANGED|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED/;

/**
 * Incidents that nobody met: a request was slow because the machine slept meanwhile, or failed as it woke. Those that
 * were slow all the same are told without the sleep. The request's own row keeps what the browser measured, so that
 * doing it again changes nothing.
 */
export function settleIncidents<I extends Incident>(
  incidents: readonly I[],
  requests: readonly Request[],
  away: readonly Interval[],
): { changed: I[]; dropped: I[] } {
  const keyOf = ({ tab, at, url }: Pick<Request, 'tab' | 'at' | 'url'>) => `${tab} ${at} ${url}`;
  const asked = new Map(requests.map((request) => [keyOf(request), request]));
  const [changed, dropped] = [[] as I[], [] as I[]];
  for (const incident of incidents) {
    if (incident.kind === 'failed-request' && offTheNet.test(incident.message)) {
      if (away.some(({ from, to }) => incident.at >= from && incident.at <= to + wakingMs))
        dropped.push(incident);
      continue;
    }
    const request = incident.kind === 'slow-request' ? asked.get(keyOf(incident)) : undefined;
    const slept = request ? lengthOf(within(away, request.at, request.at + request.duration)) : 0;
    if (!request || slept === 0) continue;
    const duration = request.duration - slept;
    if (duration < slowAfterMs) dropped.push(incident);
    else if (duration !== incident.duration)
      changed.push({
        ...incident,
        duration,
        message: incident.message.replace(/\d+ ms/, `${Math.round(duration)} ms`),
      });
  }
  return { changed, dropped };
}
