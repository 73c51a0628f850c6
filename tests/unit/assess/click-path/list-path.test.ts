import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClickPath } from '../../../../lib/assess/click-path/read-click-path.ts';
import { gap, request, visit } from '../evidence.ts';
import { act, anyWalk, incident, painPoint, step, walk } from './walk.ts';

const groupsOf = (...given: Parameters<typeof walk>) => readClickPath(walk(...given)).groups;
const entriesOf = (...given: Parameters<typeof walk>) => groupsOf(...given).flatMap((group) => group.entries);
const runsOf = (actions: ReturnType<typeof act>[], visits = [visit(0, '/')]) =>
  entriesOf(100_000, { visits, actions }).flatMap((each) =>
    each.what === 'action' ? [each.run.map(({ kind }) => kind).join('+')] : [],
  );

describe('the click path’s list', () => {
  it('puts every entry into its step, keeps empty steps, and shows what lies outside', () => {
    const groups = groupsOf(100, {
      visits: [visit(10, '/a')],
      steps: [step(10, 20, 'a'), step(20, 30, 'b'), step(30, 90, 'c')],
      actions: [act(5), act(12), act(70, { label: '上一步' })],
      incidents: [incident(13)],
      painPoints: [painPoint(95)],
    });
    expect(groups.map(({ step: of, entries }) => [of?.name, entries.map((each) => each.what)])).toEqual([
      [undefined, ['action', 'pain-point']],
      ['a', ['place', 'action', 'incident']],
      ['b', []],
      ['c', ['action']],
    ]);
  });

  it('tells the time since the start and since the action before without pauses, and says the pauses', () => {
    const entries = entriesOf(100, { actions: [act(10), act(80)] }, [{ from: 30, to: 60 }]);
    expect(entries.map((each) => [each.what, each.since, each.what === 'action' && each.after])).toEqual([
      ['action', 10, undefined],
      ['pause', 30, false],
      ['action', 50, 40],
    ]);
  });

  it('leaves out the time the machine slept like a pause', () => {
    const gaps = [gap(30, 60, 'asleep')];
    const entries = entriesOf(100, { actions: [act(10), act(80, { label: '上一步' })], gaps });
    expect(entries.map((each) => each.since)).toEqual([10, 50]);
    const { pausedMs } = readClickPath(walk(100, { gaps }, [{ from: 50, to: 70 }]));
    expect(pausedMs).toBe(40);
  });

  it('makes one line of clicks repeated on one thing', () => {
    expect(runsOf([act(10), act(900), act(1800), act(2500, { label: '上一步' })])).toEqual([
      'click+click+click',
      'click',
    ]);
  });

  it('does not join clicks that are far apart or on two pages', () => {
    expect(runsOf([act(10), act(5000)])).toEqual(['click', 'click']);
    expect(runsOf([act(10), act(900)], [visit(0, '/'), visit(500, '/next')])).toEqual(['click', 'click']);
  });

  it('joins the click that only led up to an input, a choice or a form being sent', () => {
    const label = '联系电话';
    expect(runsOf([act(10, { label }), act(4000, { label, kind: 'type' })])).toEqual(['click+type']);
    expect(runsOf([act(10, { label }), act(4000, { label: '姓名', kind: 'type' })])).toEqual([
      'click',
      'type',
    ]);
    expect(runsOf([act(10), act(40, { kind: 'submit' })])).toEqual(['click+submit']);
  });

  it('knows a problem: nothing answered, a slow answer, many clicks, an incident, a pain point', () => {
    const entries = entriesOf(100_000, {
      visits: [visit(0, '/')],
      actions: [
        act(1000, { label: 'a', reactedMs: null }),
        act(2000, { label: 'b', reactedMs: 3000 }),
        act(3000, { label: 'c', reactedMs: 120 }),
        act(4000, { label: 'd' }),
        ...[5000, 5300, 5600].map((at) => act(at, { label: 'e' })),
      ],
      incidents: [incident(6000)],
      painPoints: [painPoint(7000), painPoint(8000, { kind: 'highlight' })],
    });
    expect(entries.map((each) => each.problem)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('does not say that nothing answered where a request was still open', () => {
    const [pressed] = entriesOf(100_000, {
      visits: [visit(0, '/')],
      actions: [act(1000, { label: 'a', reactedMs: null })],
      requests: [request(1010, 60_000)],
    }).filter((each) => each.what === 'action');
    expect(pressed?.problem).toBe(false);
  });

  it('leads a pain point to the beginning of its interval, everything else to its own moment', () => {
    const entries = entriesOf(100_000, { actions: [act(500)], painPoints: [painPoint(90_000)] });
    expect(entries.map((each) => each.seekTo)).toEqual([500, 30_000]);
  });

  it('loses no action, numbers them in order and never goes back in time', () => {
    fc.assert(
      fc.property(anyWalk, (report) => {
        const entries = readClickPath(report).groups.flatMap((group) => group.entries);
        const actions = entries.filter((each) => each.what === 'action');
        expect(actions.flatMap((each) => each.run.map(({ id }) => id))).toEqual(
          report.actions.map(({ id }) => id),
        );
        let n = 1;
        for (const each of actions) {
          expect(each.n).toBe(n);
          n += each.run.length;
        }
        const times = entries.map((each) => each.since);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});
