import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityMark, isIdentityStream, kindsOnly } from '../../../lib/walk/kinds-only.ts';

const secret = '张三 13900001357';
const batch = (rows: { waits?: object[]; sightings?: object[] }) => ({
  events: [{ type: 2, timestamp: 1, data: secret }],
  actions: [{ label: secret }],
  incidents: [{ message: secret }],
  visits: [{ title: secret }],
  fields: [{ label: secret }],
  timings: [{ url: secret }],
  gaps: [{ detail: secret }],
  assets: [{ url: secret }],
  masked: { [secret]: 1 },
  cost: { snapshotMs: 0, eventsMs: 0, longestMs: 0 },
  waits: [],
  sightings: [],
  ...rows,
});
const seen = { id: 'a', at: 1, kind: 'auth-step', detail: 'captcha', url: 'https://login.example/cas?x=1' };

describe('of a batch from an identity host', () => {
  it('kinds, times and the host are kept', () => {
    const { waits, sightings } = kindsOnly(
      batch({
        waits: [{ id: 'w', at: 1, to: 5, kind: 'captcha', outcome: 'failed', detail: 'before' }],
        sightings: [{ ...seen, text: secret, count: 3 }],
      }),
    );
    expect(waits).toEqual([
      { id: 'w', at: 1, to: 5, kind: 'captcha', outcome: 'failed', detail: 'before', url: '' },
    ]);
    expect(sightings).toEqual([{ ...seen, url: 'https://login.example/' }]);
  });

  it('sightings of other kinds, and rows that are none, are left out', () => {
    const rows = [{ ...seen, kind: 'session-timeout' }, null, 'x', { id: 'b' }];
    expect(kindsOnly(batch({ sightings: rows as object[] })).sightings).toEqual([]);
  });

  it('no words are kept, wherever they were put', () => {
    fc.assert(
      fc.property(fc.constantFrom('text', 'detail', 'label', 'url', 'message', 'to2'), (name) => {
        const rows = [{ ...seen, [name]: secret }];
        expect(JSON.stringify(kindsOnly(batch({ waits: rows, sightings: rows })))).not.toContain('张三');
      }),
    );
  });

  it('its stream is known by its name alone', () => {
    expect(isIdentityStream(`${identityMark}abc`)).toBe(true);
    expect(isIdentityStream('abc')).toBe(false);
  });
});
