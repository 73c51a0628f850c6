import { expect, test } from 'vitest';
import { Incident } from '../../../lib/model/incident.ts';
import { Request } from '../../../lib/model/request.ts';
import { settleIncidents } from '../../../lib/walk/settle-incidents.ts';

const common = { tab: 1, frame: 0, url: 'https://portal.example/api' };
const asked = (at: number, duration: number) =>
  Request.parse({ ...common, id: `r${at}`, at, duration, type: 'xmlhttprequest', method: 'GET' });
const told = (at: number, message: string, more: Partial<Incident> = {}) =>
  Incident.parse({ ...common, id: `i${at}`, at, kind: 'slow-request', message, ...more });
const night = [{ from: 100_000, to: 900_000 }];

test('a request that was slow because the machine slept is no incident; one that was slow beside it is told without the sleep', () => {
  const requests = [asked(99_000, 802_000), asked(98_000, 806_000), asked(20_000, 5000)];
  const incidents = requests.map(({ at, duration }) =>
    told(at, `xmlhttprequest ${duration} ms`, { duration }),
  );
  const { changed, dropped } = settleIncidents(incidents, requests, night);
  expect(dropped.map(({ at }) => at)).toEqual([99_000]);
  expect(changed).toMatchObject([{ at: 98_000, duration: 6000, message: 'xmlhttprequest 6000 ms' }]);
  expect(settleIncidents(changed, requests, night)).toEqual({ changed: [], dropped: [] });
});

test('what failed for want of a network as the machine woke is no incident, at other times it is', () => {
  const failed = (at: number) =>
    told(at, 'xmlhttprequest net::ERR_NETWORK_CHANGED', { kind: 'failed-request' });
  const refused = told(901_000, 'xmlhttprequest 502', { kind: 'failed-request', status: 502 });
  const { dropped } = settleIncidents([failed(50_000), failed(903_000), failed(911_000), refused], [], night);
  expect(dropped.map(({ at }) => at)).toEqual([903_000]);
});
