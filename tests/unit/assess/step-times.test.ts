import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepTimes, type TimeEvidence } from '../../../lib/assess/step-times.ts';
import type { Action } from '../../../lib/model/action.ts';
import { Wait } from '../../../lib/model/wait.ts';
import { action, gap, request, visit } from './evidence.ts';

const pause = (from: number, to?: number) => ({ from, reason: '', ...(to === undefined ? {} : { to }) });
const none = { pageLoad: 0, requests: 0, verification: 0 };
const wait = (at: number, to: number, kind: Wait['kind'], outcome: Wait['outcome'] = 'passed') =>
  Wait.parse({ id: 'w', at, to, tab: 1, frame: 0, kind, outcome });
const typed = (at: number, label: string) => ({ ...action(at), kind: 'type' as const, label });
const nothing: TimeEvidence = { actions: [], requests: [], visits: [], pauses: [] };
const times = (evidence: Partial<TimeEvidence>, from = 0, to = 20_000) =>
  stepTimes({ ...nothing, ...evidence }, from, to);

describe('where a step’s time went', () => {
  test('a step in which nothing happened is idle', () => {
    expect(times({})).toEqual({
      wall: 20_000,
      active: 0,
      waiting: 0,
      idle: 20_000,
      paused: 0,
      waitingFor: none,
    });
  });

  test('an action counts for five seconds, overlapping ones once', () => {
    expect(times({ actions: [action(1000), action(3000)] })).toMatchObject({ active: 7000, idle: 13_000 });
  });

  test('typing lasts from the first key to five seconds after the last, in each of its stretches', () => {
    const spans = [{ from: 0, to: 60_000 }];
    const long = { ...typed(0, '情况说明'), spans };
    expect(times({ actions: [long] }, 0, 60_000)).toMatchObject({ active: 60_000, idle: 0 });
    const apart = {
      ...typed(1000, '情况说明'),
      spans: [
        { from: 1000, to: 1000 },
        { from: 21_000, to: 23_000 },
      ],
    };
    expect(times({ actions: [apart] }, 0, 40_000)).toMatchObject({ active: 12_000, idle: 28_000 });
  });

  test('an action shortly before the step still counts for what it reaches into it', () => {
    expect(times({ actions: [action(8000)] }, 10_000, 20_000)).toMatchObject({ active: 3000, idle: 7000 });
  });

  test('waiting takes precedence over what an action may stand for', () => {
    expect(times({ actions: [action(1000)], requests: [request(1000, 3500)] })).toMatchObject({
      waiting: 3500,
      active: 1500,
      idle: 15_000,
    });
  });

  test('a page that was left before its load event was waited for until then; a load event that came counts', () => {
    const left = visit(1000, '/slow', { leftMs: 6000 });
    expect(times({ visits: [left] }).waitingFor).toEqual({ pageLoad: 6000, requests: 0, verification: 0 });
    const loaded = { ...left, loadMs: 2000 };
    expect(times({ visits: [loaded] }).waitingFor).toEqual({ pageLoad: 2000, requests: 0, verification: 0 });
  });

  test('typing takes precedence over waiting: nothing keeps a person who types', () => {
    const long = { ...typed(1000, '情况说明'), spans: [{ from: 1000, to: 9000 }] };
    const found = times({ actions: [long], requests: [request(500, 11_500)], visits: [visit(0, '/')] });
    expect(found).toMatchObject({ active: 10_000, waiting: 3500, idle: 6500 });
  });

  test.each(['xmlhttprequest', 'sub_frame'])(
    'what a page asks again and again by itself is no waiting: %s',
    (type) => {
      const visits = [visit(0, '/form')];
      const polls = [3000, 7000, 11_000, 15_000].map((at) => request(at, 3000, type));
      expect(times({ visits, requests: polls })).toMatchObject({ waiting: 0, idle: 20_000 });
      expect(times({ visits, requests: polls.slice(0, 2) })).toMatchObject({ waiting: 6000 });
    },
  );

  test('a page load is waiting until its load event; one that never fired is not guessed', () => {
    const visits = [visit(2000, '/a', { loadMs: 1200 }), visit(9000, '/b')];
    expect(times({ visits })).toMatchObject({ waiting: 1200 });
  });

  test('requests that nobody feels or waits for are no waiting', () => {
    const requests = [request(0, 99), request(1000, 5000, 'image'), request(8000, 5000, 'script')];
    expect(times({ requests })).toMatchObject({ waiting: 0 });
    expect(times({ requests: [request(0, 100)] })).toMatchObject({ waiting: 100 });
  });

  test('a pause takes precedence over everything', () => {
    const evidence = { pauses: [pause(0, 10_000)], actions: [action(9000)], requests: [request(8000, 4000)] };
    expect(times(evidence)).toEqual({
      wall: 20_000,
      paused: 10_000,
      waiting: 2000,
      active: 2000,
      idle: 6000,
      waitingFor: { ...none, requests: 2000 },
    });
  });

  test('a pause that is still on lasts to the step’s end', () => {
    expect(times({ pauses: [pause(15_000)] })).toMatchObject({ paused: 5000, idle: 15_000 });
  });

  test('a step that ends before it begins has no time', () => {
    const busy = { actions: [action(0)], requests: [request(0, 9000)], pauses: [pause(0, 9000)] };
    const zero = { wall: 0, active: 0, waiting: 0, idle: 0, paused: 0, waitingFor: none };
    expect(times(busy, 5000, 4000)).toEqual(zero);
  });
});

describe('what the waiting was for', () => {
  const waitingFor = (evidence: Partial<TimeEvidence>) => times(evidence).waitingFor;

  test('documents are page loads, from being asked for to the load event; calls by scripts are requests', () => {
    const visits = [visit(2000, '/a', { loadMs: 1200 })];
    const requests = [request(1500, 600, 'main_frame'), request(3000, 1000), request(9000, 700, 'sub_frame')];
    expect(waitingFor({ visits, requests })).toEqual({ pageLoad: 2400, requests: 800, verification: 0 });
  });

  test('what turns is waited for until the walker goes on beside it; a press that its end answers is no going on', () => {
    const waits = [wait(1000, 18_000, 'spinner')];
    const act = (at: number, more: Partial<Action>) => ({ ...action(at), ...more });
    expect(waitingFor({ waits, actions: [act(9000, { kind: 'check' })] })?.requests).toBe(8000);
    expect(waitingFor({ waits, actions: [act(9000, { reactedMs: 20 })] })?.requests).toBe(8000);
    for (const press of [{ reactedMs: null }, { reactedMs: 1800 }, {}])
      expect(waitingFor({ waits, actions: [act(9000, press)] })?.requests).toBe(17_000);
    expect(waitingFor({ waits, actions: [act(9000, { kind: 'check', tab: 2 })] })?.requests).toBe(17_000);
    // The press that set it turning.
    expect(waitingFor({ waits, actions: [act(1000, { reactedMs: 5 })] })?.requests).toBe(17_000);
    const queue = [wait(1000, 18_000, 'queue')];
    expect(waitingFor({ waits: queue, actions: [act(9000, { reactedMs: 20 })] })?.requests).toBe(17_000);
  });

  test('spinners and queues count as requests, also over the calls they stand for', () => {
    const waits = [wait(1000, 3000, 'spinner'), wait(10_000, 14_000, 'queue')];
    expect(waitingFor({ waits, requests: [request(1200, 2000)] })).toEqual({ ...none, requests: 6200 });
  });

  test('a code sent by message is verification from the press to the answer, whatever is loaded or typed meanwhile', () => {
    const found = times({
      waits: [wait(1000, 13_000, 'sms')],
      requests: [request(1000, 900)],
      visits: [visit(2000, '/a', { loadMs: 1000 })],
      actions: [action(1000), typed(12_000, '验证码')],
    });
    expect(found).toMatchObject({
      waiting: 12_000,
      active: 4000,
      waitingFor: { ...none, verification: 12_000 },
    });
  });

  test('a captcha counts from the last other thing filled in: it stood on the form from the beginning', () => {
    const waits = [wait(1000, 15_000, 'captcha')];
    const actions = [
      typed(2000, '账号'),
      typed(8000, '密码'),
      typed(11_000, '图形验证码'),
      typed(16_000, '姓名'),
    ];
    expect(waitingFor({ waits, actions })?.verification).toBe(7000);
    expect(waitingFor({ waits })?.verification).toBe(14_000);
    const slow = { ...typed(8000, '密码'), spans: [{ from: 8000, to: 10_000 }] };
    expect(waitingFor({ waits, actions: [slow] })?.verification).toBe(5000);
  });

  test('a captcha that nobody answered merely stood there', () => {
    expect(waitingFor({ waits: [wait(1000, 15_000, 'captcha', 'unknown')] })?.verification).toBe(0);
    expect(waitingFor({ waits: [wait(1000, 15_000, 'captcha', 'failed')] })?.verification).toBe(14_000);
    expect(waitingFor({ waits: [wait(1000, 15_000, 'scan', 'unknown')] })?.verification).toBe(14_000);
  });

  test('on a login page, where nobody sees what is filled in, a captcha counts not at all and a message does', () => {
    const visits = [visit(0, 'https://login.example/', { identity: true })];
    const waits = [wait(1000, 15_000, 'captcha'), wait(3000, 9000, 'sms')];
    expect(waitingFor({ waits, visits })?.verification).toBe(6000);
    const after = [...visits, visit(500, '/handle')];
    expect(waitingFor({ waits, visits: after })?.verification).toBe(14_000);
  });
});

describe('a tab that nobody looks at', () => {
  const inTab2 = { tab: 2 };
  const visits = [visit(0, '/form'), visit(3000, '/sample', { ...inTab2, loadMs: 2000 })];
  const requests = [{ ...request(6000, 4000), ...inTab2 }];
  const waits = [{ ...wait(11_000, 13_000, 'spinner'), ...inTab2 }];

  test('keeps nobody waiting, whatever it loads and asks for', () => {
    expect(times({ visits, requests, waits })).toMatchObject({ waiting: 0, idle: 20_000 });
  });

  test('does from when the walker turns to it, and no longer once they turn away', () => {
    const turned = visit(4000, '', { ...inTab2, kind: 'tab' });
    const found = times({ visits: [...visits, turned], requests, waits });
    expect(found.waitingFor).toEqual({ pageLoad: 1000, requests: 6000, verification: 0 });
    const back = visit(7000, '', { kind: 'tab' });
    expect(times({ visits: [...visits, turned, back], requests, waits }).waitingFor).toEqual({
      pageLoad: 1000,
      requests: 1000,
      verification: 0,
    });
  });

  test('may hold the code that is scanned', () => {
    expect(times({ visits, waits: [{ ...wait(5000, 9000, 'scan'), ...inTab2 }] })).toMatchObject({
      waitingFor: { ...none, verification: 4000 },
    });
  });
});

describe('time nobody walked', () => {
  test('with the machine asleep or the browser closed is paused: not active, not waiting, not idle', () => {
    const gaps = [gap(2000, 6000, 'asleep'), gap(10_000, 13_000, 'browser-closed')];
    const found = times({ gaps, actions: [action(1000)], requests: [request(5000, 2000)] });
    expect(found).toMatchObject({ wall: 20_000, paused: 7000, waiting: 1000, active: 1000, idle: 11_000 });
  });

  test('is not what another gap says: there the walker walked unseen', () => {
    expect(times({ gaps: [gap(0, 20_000, 'no-script-here'), gap(0, 9000, 'identity-host')] }).paused).toBe(0);
  });

  test('counts once where a pause and a sleep overlap', () => {
    expect(times({ gaps: [gap(0, 6000, 'asleep')], pauses: [pause(4000, 9000)] }).paused).toBe(9000);
  });
});

const moment = fc.integer({ min: -10_000, max: 60_000 });
const length = fc.nat(20_000);
const evidence = fc.record({
  actions: fc.array(
    fc.tuple(moment, fc.option(length, { nil: undefined })).map(([when, ms]) => {
      const at = Math.max(0, when);
      return { ...action(at), ...(ms === undefined ? {} : { spans: [{ from: at, to: at + ms }] }) };
    }),
    { maxLength: 6 },
  ),
  requests: fc.array(
    fc.tuple(moment, length).map(([at, ms]) => request(Math.max(0, at), ms)),
    { maxLength: 6 },
  ),
  visits: fc.array(
    fc.tuple(moment, length).map(([at, loadMs]) => visit(Math.max(0, at), '/', { loadMs })),
    { maxLength: 4 },
  ),
  waits: fc.array(
    fc
      .tuple(moment, length, fc.constantFrom('captcha', 'sms', 'scan', 'face', 'spinner', 'queue'))
      .map(([at, ms, kind]) => wait(Math.max(0, at), Math.max(0, at) + ms, kind)),
    { maxLength: 5 },
  ),
  gaps: fc.array(
    fc
      .tuple(moment, length, fc.constantFrom('asleep', 'browser-closed', 'no-script-here'))
      .map(([at, ms, why]) => gap(Math.max(0, at), Math.max(0, at) + ms, why)),
    { maxLength: 4 },
  ),
  pauses: fc.array(
    fc
      .tuple(moment, fc.option(length, { nil: undefined }))
      .map(([at, ms]) => pause(at, ms === undefined ? undefined : at + ms)),
    { maxLength: 4 },
  ),
});

test('the four parts add up to the wall time and none is negative, whatever the evidence', () => {
  fc.assert(
    fc.property(evidence, moment, length, (found, from, ms) => {
      const { wall, waitingFor, ...parts } = stepTimes(found, from, from + ms);
      expect(wall).toBe(ms);
      const waits = Object.values(waitingFor ?? {});
      expect(waits).toHaveLength(3);
      expect(waits.reduce((sum, part) => sum + part, 0)).toBe(parts.waiting);
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(wall);
      expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a step cut in two has the same times as the whole', () => {
  fc.assert(
    fc.property(evidence, length, length, (found, first, second) => {
      // An open pause means "until the end asked about", so only closed ones can be cut.
      const closed = { ...found, pauses: found.pauses.filter((each) => each.to !== undefined) };
      const whole = stepTimes(closed, 0, first + second);
      const parts = [stepTimes(closed, 0, first), stepTimes(closed, first, first + second)];
      for (const key of ['wall', 'active', 'waiting', 'idle', 'paused'] as const) {
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key]);
      }
      for (const key of ['pageLoad', 'requests', 'verification'] as const) {
        const sum = parts.reduce((all, part) => all + (part.waitingFor?.[key] ?? Number.NaN), 0);
        expect(sum).toBe(whole.waitingFor?.[key]);
      }
    }),
  );
});
