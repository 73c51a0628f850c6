import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeSignals, signals } from '../../../../lib/assess/signals/index.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { SessionReport as Report } from '../../../../lib/model/report.ts';
import { Signal, signalCodes } from '../../../../lib/model/signal.ts';
import { fakeReport } from '../../../support/fake-report.ts';
import { randomWalk, shifted } from './random-walk.ts';
import { action, field, incident, sighting, wait, walk } from './walk.ts';

describe('the list of signals', () => {
  test('has every code of the vocabulary once, in its order', () => {
    expect(signals.map((signal) => signal.code)).toEqual([...signalCodes]);
  });

  test('says of each where its limit comes from', () => {
    for (const { code, source, threshold } of signals) {
      expect(source.length, code).toBeGreaterThan(8);
      expect(threshold === null || threshold >= 0, code).toBe(true);
    }
  });
});

describe('computing all of them', () => {
  test('gives a valid signal for each code and never throws, whatever the walk', () => {
    fc.assert(
      fc.property(randomWalk, (report) => {
        const found = computeSignals(report);
        expect(found.map((signal) => Signal.parse(signal))).toEqual(found);
        expect(found).toHaveLength(signalCodes.length);
        for (const { code, value, over, threshold, side, unseen, evidence } of found) {
          if (value === null) expect([over, evidence, typeof unseen], code).toEqual([null, [], 'string']);
          else if (threshold !== null)
            expect(over, code).toBe(side === 'above' ? value > threshold : value < threshold);
          const ordered = evidence.map((each) => each.at);
          expect(ordered, code).toEqual([...ordered].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('the golden report has figures for what it saw and none for the rest', () => {
    const golden = Report.parse(
      JSON.parse(readFileSync(new URL('../../../golden/session-report-v1.json', import.meta.url), 'utf8')),
    );
    const value = Object.fromEntries(computeSignals(golden).map((signal) => [signal.code, signal.value]));
    expect(value).toMatchObject({
      step_count: 3,
      js_error: 1,
      error_toast: 1,
      api_latency: 3500,
      login_repeat: 0,
    });
    expect(value.dead_click).toBeNull();
  });

  test('an empty walk has no figure at all that could be taken for a good one', () => {
    const empty = fakeReport({ streams: [] });
    expect(computeSignals(empty).filter((signal) => signal.value !== null)).toEqual([]);
  });

  test('only the time that passes counts, not when the walk was made', () => {
    fc.assert(
      fc.property(randomWalk, fc.integer({ min: -1_000_000, max: 1_000_000_000 }), (report, by) => {
        const moved = computeSignals(shifted(report, by));
        const back = computeSignals(report).map((signal) => ({
          ...signal,
          evidence: signal.evidence.map((each) => ({
            ...each,
            at: each.at + by,
            ...(each.to === undefined ? {} : { to: each.to + by }),
          })),
        }));
        expect(moved).toEqual(back);
      }),
    );
  });

  test('the order in which rows of different moments are kept does not matter', () => {
    fc.assert(
      fc.property(randomWalk, (report) => {
        const apart = atDifferentMoments(report);
        const turned = Object.fromEntries(
          Object.entries(apart).map(([key, rows]) => [key, Array.isArray(rows) ? [...rows].reverse() : rows]),
        ) as SessionReport;
        const values = (of: SessionReport) => computeSignals(of).map((signal) => [signal.code, signal.value]);
        expect(values(turned)).toEqual(values(apart));
      }),
    );
  });
});

/** Moves rows that share a moment apart, by a fraction of a millisecond each. */
function atDifferentMoments(report: SessionReport): SessionReport {
  let n = 0;
  const apart = <T extends { at: number }>(rows: T[]) =>
    rows.map((row) => ({ ...row, at: row.at + (n += 1) / 1024 }));
  return {
    ...report,
    visits: apart(report.visits),
    actions: apart(report.actions),
    fields: apart(report.fields),
    sightings: apart(report.sightings),
    incidents: apart(report.incidents),
    steps: report.steps.map((step) => ({ ...step, from: step.from + (n += 1) / 1024 })),
  };
}

describe('one more of what is counted never makes the count smaller', () => {
  const later = fc.integer({ min: 100_000, max: 200_000 });
  const more = fc.oneof(
    later.map(
      (at): Partial<SessionReport> => ({ incidents: [incident(at, 'failed-request', 'main_frame 404')] }),
    ),
    later.map((at): Partial<SessionReport> => ({ incidents: [incident(at, 'toast', '操作失败')] })),
    later.map(
      (at): Partial<SessionReport> => ({ actions: [action(at, 'click', '查询', { reactedMs: null })] }),
    ),
    later.map((at): Partial<SessionReport> => ({ fields: [field(at, '新的一项')] })),
    later.map((at): Partial<SessionReport> => ({ waits: [wait(at, 900, 'captcha')] })),
    later.map((at): Partial<SessionReport> => ({ sightings: [sighting(at, 'search-result')] })),
  );
  const counting = signals.filter((signal) => signal.unit === 'count').map((signal) => signal.code);

  test('for every signal that counts', () => {
    fc.assert(
      fc.property(randomWalk, more, (report, added) => {
        const grown = { ...report };
        for (const [key, rows] of Object.entries(added))
          Object.assign(grown, {
            [key]: [...(report[key as 'incidents'] as unknown[]), ...(rows as unknown[])],
          });
        const before = new Map(computeSignals(report).map((signal) => [signal.code, signal.value]));
        for (const { code, value } of computeSignals(grown)) {
          const was = before.get(code);
          if (!counting.includes(code) || was === null || was === undefined) continue;
          expect(value, code).not.toBeNull();
          expect(value, code).toBeGreaterThanOrEqual(was);
        }
      }),
    );
  });
});

test('a walk of as many rows as a report may have is computed: nothing is spread over arguments or recurses', () => {
  const press = action(0, 'click', '第一项');
  const asked = field(0, '姓名');
  const actions = Array.from({ length: 150_000 }, (_, n) => ({
    ...press,
    id: `a${n}`,
    at: press.at + n * 10,
  }));
  const fields = Array.from({ length: 20_000 }, (_, n) => ({ ...asked, id: `f${n}`, at: asked.at + n * 90 }));
  const found = computeSignals({ ...walk(), actions, fields }).find(
    (signal) => signal.code === 'click_count',
  );
  expect(found?.value).toBe(150_000);
  expect(found?.evidence).toHaveLength(150_000);
});
