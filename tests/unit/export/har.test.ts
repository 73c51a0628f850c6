import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harOf } from '../../../lib/export/har.ts';
import { problemsOf } from '../../support/check-har.ts';
import { request, walkedReport } from './walked-report.ts';

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
