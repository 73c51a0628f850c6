import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harOf } from '../../../lib/export/har.ts';
import { problemsOf } from '../../support/check-har.ts';
import { portal, request, t0, visit, walkedReport } from './walked-report.ts';

describe('the network record', () => {
  const report = walkedReport({
    requests: [
      request(500, '/', { type: 'main_frame' }),
      request(3500, '/api/share?id=_&page=2&word=%E8%AF%BB'),
      request(4000, '/api/submit', { method: 'POST', status: 500 }),
      request(5000, '/gone', { status: undefined, error: 'net::ERR_CONNECTION_REFUSED' }),
    ],
  });
  const har = JSON.parse(harOf(report));
  const entries = har.log.entries as Record<string, Record<string, unknown>>[];

  it('is HAR 1.2 by the published schema', () => {
    expect(problemsOf(har)).toEqual([]);
    expect(har.log.version).toBe('1.2');
  });

  it('would be refused by that schema if it were none', () => {
    expect(problemsOf({ log: { ...har.log, entries: [{ ...entries[0], request: {} }] } })).not.toEqual([]);
  });

  it('has the visits as pages, with their load times or -1', () => {
    expect(har.log.pages).toHaveLength(4);
    expect(har.log.pages[0].pageTimings).toEqual({ onContentLoad: -1, onLoad: -1 });
  });

  it('counts a page’s times from when it was asked for, by the page’s own clock, and never the load before the content', () => {
    const timing = (after: number, path: string, more: object) => ({
      id: `t${after}`,
      at: t0 + after,
      stream: 'st1',
      tab: 1,
      frame: 0,
      url: `${portal}${path}`,
      ...more,
    });
    const pages = JSON.parse(
      harOf(
        walkedReport({
          // Committed 600 ms after it was asked for; the browser counts the load from then.
          visits: [
            visit(1600, '/', { loadMs: 300 }),
            visit(3000, '/second', { loadMs: 200 }),
            visit(6000, '/', { back: true, loadMs: 5 }),
            visit(8000, '/bare', { loadMs: 40 }),
          ],
          requests: [request(1000, '/', { type: 'main_frame' })],
          pageTimings: [
            timing(1002, '/', { domContentLoaded: 880, load: 895 }),
            timing(2500, '/second', { domContentLoaded: 640 }),
          ],
        }),
      ),
    ).log.pages as { startedDateTime: string; pageTimings: { onContentLoad: number; onLoad: number } }[];
    expect(pages.map((page) => [Date.parse(page.startedDateTime) - t0, page.pageTimings])).toEqual([
      [1000, { onContentLoad: 882, onLoad: 897 }],
      [2500, { onContentLoad: 640, onLoad: 700 }],
      [6000, { onContentLoad: -1, onLoad: 5 }],
      [8000, { onContentLoad: -1, onLoad: 40 }],
    ]);
  });

  it('gives the whole duration as waiting, and says of a failure what the browser said', () => {
    expect(entries[1]).toMatchObject({ time: 120.5, timings: { wait: 120.5, dns: -1, connect: -1 } });
    expect(entries[2]?.response).toMatchObject({ status: 500, statusText: 'Internal Server Error' });
    expect(entries[3]).toMatchObject({ response: { status: 0 }, _error: 'net::ERR_CONNECTION_REFUSED' });
  });

  it('lists a parameter only when its value was let stand', () => {
    expect(entries[1]?.request?.queryString).toEqual([
      { name: 'page', value: '2' },
      { name: 'word', value: '读' },
    ]);
  });

  it('holds no header, cookie, body or measured size of any request', () => {
    for (const { request: asked, response } of entries) {
      for (const side of [asked, response])
        expect(side).toMatchObject({ headers: [], cookies: [], headersSize: -1, bodySize: -1 });
      expect(asked).not.toHaveProperty('postData');
      expect(response?.content).toEqual({ size: -1, mimeType: '' });
    }
  });
});

it('stays valid whatever addresses and messages say', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(text, text, fc.nat(599), (path, error, status) => {
      const report = walkedReport({ requests: [request(100, `/${path}`, { error, status })] });
      expect(problemsOf(JSON.parse(harOf(report)))).toEqual([]);
    }),
  );
});
