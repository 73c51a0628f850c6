import { describe, expect, test } from 'vitest';
import {
  action,
  blind,
  gap,
  request,
  signal,
  start,
  step,
  timing,
  valueOf,
  visit,
  wait,
  walk,
} from './walk.ts';

describe('step_duration', () => {
  test('is the longest step from entering to leaving, the walker’s pauses apart', () => {
    const steps = [step(0, 20_000), step(20_000, 120_000, { paused: 30_000 })];
    expect(signal('step_duration', walk({ steps }))).toMatchObject({ value: 70_000, over: false });
  });

  test('is over beyond five minutes, not at them, and names every step that is', () => {
    expect(signal('step_duration', walk({ steps: [step(0, 300_000)] })).over).toBe(false);
    const long = [step(0, 300_001), step(300_001, 400_000), step(400_000, 800_000)];
    const found = signal('step_duration', walk({ steps: long }));
    expect(found.over).toBe(true);
    expect(found.evidence.map((each) => each.stepId)).toEqual([long[0]?.id, long[2]?.id]);
  });

  test('is unobserved without steps', () => {
    expect(signal('step_duration', walk())).toMatchObject({ value: null, over: null });
  });
});

describe('active_time', () => {
  test('adds up what the steps say, and is over beyond fifteen minutes', () => {
    const steps = [step(0, 900_000, { active: 800_000 }), step(900_000, 1_800_000, { active: 100_000 })];
    expect(signal('active_time', walk({ steps }))).toMatchObject({ value: 900_000, over: false });
    const more = [...steps, step(1_800_000, 1_800_002, { active: 1 })];
    expect(signal('active_time', walk({ steps: more })).over).toBe(true);
  });

  test('leaves login pages out and says so', () => {
    const visits = [visit(0, 'https://login.example/', { identity: true }), visit(9000, '/item')];
    const steps = [step(0, 9000, { active: 5000 }, { identity: true }), step(9000, 20_000, { active: 4000 })];
    expect(signal('active_time', walk({ visits, steps }))).toMatchObject({
      value: 4000,
      unseen: 'identity-host',
    });
  });

  test('is unobserved where no recorder ran or nothing but a login page was seen', () => {
    const steps = [step(0, 9000, { active: 5000 })];
    expect(signal('active_time', blind.noRecorder({ steps }))).toMatchObject({
      value: null,
      unseen: 'no-recorder',
    });
    expect(signal('active_time', blind.atLogin({ steps }))).toMatchObject({
      value: null,
      unseen: 'identity-host',
    });
  });
});

describe('wait_time', () => {
  test('adds up the waiting of the steps; each wait of a second is evidence', () => {
    const rows = {
      steps: [step(0, 60_000, { waiting: 21_000 })],
      requests: [request(1000, 999), request(5000, 1000), request(9000, 60_000, { type: 'image' })],
      waits: [wait(20_000, 19_000, 'sms')],
      visits: [visit(0, '/', { loadMs: 1001, title: '首页' })],
    };
    const found = signal('wait_time', walk(rows));
    expect(found).toMatchObject({ value: 21_000, over: false });
    expect(found.evidence.map((each) => [each.at - start, (each.to ?? 0) - each.at])).toEqual([
      [0, 1001],
      [5000, 1000],
      [20_000, 19_000],
    ]);
  });

  test('names no wait of a tab that nobody looked at', () => {
    const visits = [visit(0, '/', { loadMs: 1500 }), visit(5000, '/other', { tab: 2, loadMs: 5000 })];
    const requests = [request(12_000, 2000, { tab: 2 }), request(15_000, 2000)];
    const found = signal(
      'wait_time',
      walk({ visits, requests, steps: [step(0, 60_000, { waiting: 3500 })] }),
    );
    expect(found.evidence.map((each) => each.at - start)).toEqual([0, 15_000]);
  });

  test('names a captcha for as long as it was answered, and none that merely stood on the form', () => {
    const steps = [step(0, 300_000)];
    const waits = [wait(0, 180_000, 'captcha', { outcome: 'unknown' })];
    expect(signal('wait_time', walk({ steps, waits })).evidence).toEqual([]);
    const answered = [wait(0, 180_000, 'captcha', { outcome: 'passed' })];
    const actions = [action(175_000, 'type', '姓名')];
    expect(signal('wait_time', walk({ steps, waits: answered, actions })).evidence).toMatchObject([
      { at: start + 175_000, to: start + 180_000, ms: 5000 },
    ]);
  });

  test('names a page and its request, or calls at the same time, once', () => {
    const visits = [visit(0, '/', { loadMs: 3000, title: '首页' })];
    const requests = [
      request(-200, 2000, { type: 'main_frame' }),
      request(10_000, 2000),
      request(10_500, 4000, { url: 'https://zwfw.example/slow' }),
    ];
    const found = signal('wait_time', walk({ steps: [step(0, 60_000)], visits, requests }));
    expect(found.evidence).toMatchObject([
      { at: start - 200, to: start + 3000, ms: 3200, text: '首页' },
      { at: start + 10_000, to: start + 14_500, ms: 4500, text: 'https://zwfw.example/slow' },
    ]);
    expect(found.evidence.map(({ refs }) => refs.length)).toEqual([2, 2]);
  });

  test('leaves out of each wait the time nobody walked', () => {
    const session = { ...walk().session, pauses: [{ from: start + 2000, to: start + 22_000, reason: '' }] };
    const rows = { steps: [step(0, 60_000)], session, requests: [request(1500, 21_500)] };
    expect(signal('wait_time', walk(rows)).evidence).toMatchObject([{ ms: 1500 }]);
    const short = { ...rows, requests: [request(1500, 20_900)] };
    expect(signal('wait_time', walk(short)).evidence).toEqual([]);
  });

  test('is 0 on a walk that never had to wait, over beyond a minute, unobserved without steps', () => {
    expect(valueOf('wait_time', walk({ steps: [step(0, 9000)] }))).toBe(0);
    const waiting = (ms: number) => walk({ steps: [step(0, 90_000, { waiting: ms })] });
    expect([60_000, 60_001].map((ms) => signal('wait_time', waiting(ms)).over)).toEqual([false, true]);
    expect(valueOf('wait_time', walk())).toBeNull();
  });
});

describe('a page that was left before it was loaded', () => {
  const report = walk({
    visits: [visit(0, '/', { leftMs: 6000 })],
    steps: [step(0, 9000, { waiting: 6000 })],
  });

  test('is a wait that can be looked at, and no load time', () => {
    const [wait] = signal('wait_time', report).evidence;
    expect(wait).toMatchObject({ at: start, to: start + 6000 });
    expect(valueOf('page_load', { ...report, pageTimings: [] })).toBeNull();
  });
});

describe('page_load', () => {
  test('is the slowest page, by its own timing where it has one', () => {
    const visits = [visit(0, '/', { loadMs: 900 }), visit(9000, '/item', { loadMs: 1500 })];
    const pageTimings = [timing(9800, { load: 4200, stream: 'st1' })];
    const streams = walk().streams.map((stream) => ({ ...stream, startedAt: start + 9200 }));
    const found = signal('page_load', walk({ visits, pageTimings, streams }));
    expect(found).toMatchObject({ value: 4200, over: true });
    expect(found.evidence.map((each) => each.at - start)).toEqual([9000]);
  });

  test('counts a timing whose page the browser did not tell of', () => {
    const pageTimings = [timing(100, { url: 'https://other.example/', load: 700 })];
    expect(valueOf('page_load', walk({ visits: [visit(0, '/')], pageTimings }))).toBe(700);
  });

  test('is over beyond four seconds, not at them', () => {
    const load = (loadMs: number) => walk({ visits: [visit(0, '/', { loadMs })], pageTimings: [] });
    expect([4000, 4001].map((ms) => signal('page_load', load(ms)).over)).toEqual([false, true]);
  });

  test('leaves out the time the machine slept, once', () => {
    const gaps = [gap(2000, 42_000, 'asleep')];
    const visits = [visit(0, '/', { loadMs: 43_500 })];
    expect(valueOf('page_load', walk({ visits, pageTimings: [], gaps }))).toBe(3500);
    // By its own clock, which stood still meanwhile, the page took no longer than that.
    const slept = gaps.map((each) => ({ ...each, detail: 'wall' }));
    const pageTimings = [timing(500, { load: 3500, url: 'https://zwfw.example/' })];
    expect(valueOf('page_load', walk({ visits, pageTimings, gaps: slept }))).toBe(3500);
  });

  test('leaves out pauses of its own stretch alone, which begins before the page is there', () => {
    const pageTimings = [timing(0, { load: 6500, url: 'https://zwfw.example/' })];
    const streams = walk().streams.map((stream) => ({ ...stream, startedAt: start + 6000 }));
    const paused = (from: number, to: number) =>
      valueOf(
        'page_load',
        walk({
          visits: [visit(6000, '/')],
          pageTimings,
          streams,
          session: { ...walk().session, pauses: [{ from: start + from, to: start + to, reason: '' }] },
        }),
      );
    expect(paused(8000, 20_000)).toBe(6500);
    expect(paused(1000, 3000)).toBe(4500);
  });

  test('is no page that came while nobody walked', () => {
    const session = { ...walk().session, pauses: [{ from: start + 1000, to: start + 60_000, reason: '' }] };
    const pageTimings = [timing(2000, { load: 20_000, url: 'https://zwfw.example/' })];
    expect(valueOf('page_load', walk({ visits: [visit(60_000, '/')], pageTimings, session }))).toBeNull();
  });

  test('leaves inner frames out, and is unobserved when no load event was seen', () => {
    const pageTimings = [timing(100, { load: 9000, frame: 3 })];
    expect(signal('page_load', walk({ visits: [visit(0, '/')], pageTimings }))).toMatchObject({
      value: null,
      over: null,
    });
  });
});

describe('api_latency', () => {
  test('is the slowest call by a script; pages and pictures are none', () => {
    const requests = [request(0, 80), request(100, 3500), request(200, 9000, { type: 'main_frame' })];
    const found = signal('api_latency', walk({ requests }));
    expect(found).toMatchObject({ value: 3500, over: true });
    expect(found.evidence.map((each) => each.refs)).toEqual([[requests[1]?.id]]);
  });

  test('leaves out the time the machine slept', () => {
    const rows = { requests: [request(1000, 42_500)], gaps: [gap(2000, 42_000, 'asleep')] };
    expect(valueOf('api_latency', walk(rows))).toBe(2500);
  });

  test('leaves out what a page asks again and again by itself', () => {
    const polls = [5000, 35_000, 65_000].map((at) =>
      request(at, 30_000, { url: 'https://zwfw.example/poll' }),
    );
    const found = signal('api_latency', walk({ requests: [...polls, request(100, 700)] }));
    expect(found).toMatchObject({ value: 700, over: false });
  });

  test('is over beyond three seconds, not at them; unobserved without a call', () => {
    expect(
      [3000, 3001].map((ms) => signal('api_latency', walk({ requests: [request(0, ms)] })).over),
    ).toEqual([false, true]);
    expect(valueOf('api_latency', walk())).toBeNull();
  });
});

describe('first_use_to_submit', () => {
  const submitted = (rows = {}) => {
    const base = walk(rows);
    return { ...base, session: { ...base.session, outcome: 'submitted' as const } };
  };

  test('ends with the last filing press before the result, not with one that failed or with a rating', () => {
    const report = submitted({
      visits: [
        visit(0, '/'),
        visit(65_000, '/result/1', { stage: 'result' }),
        visit(90_000, '/rate/1', { stage: 'rate' }),
      ],
      actions: [
        press(50_000, '提交申请'),
        press(62_000, '提交申请'),
        press(95_000, '提交评价'),
        press(30_000, '搜索提交'),
      ],
    });
    expect(valueOf('first_use_to_submit', report)).toBe(62_000);
  });

  test('leaves out pauses and the time the machine slept', () => {
    const report = submitted({
      visits: [visit(0, '/'), visit(100_500, '/result/1', { stage: 'result' })],
      actions: [press(100_000, '提交申请')],
      gaps: [gap(10_000, 40_000, 'asleep'), gap(50_000, 60_000, 'no-script-here')],
    });
    report.session.pauses = [{ from: start + 30_000, to: start + 45_000, reason: '' }];
    expect(valueOf('first_use_to_submit', report)).toBe(65_000);
  });

  test('is over beyond half an hour, not at it', () => {
    const at = (ms: number) => submitted({ visits: [visit(0, '/')], actions: [press(ms, '提交申请')] });
    const over = [1_800_000, 1_800_001].map((ms) => signal('first_use_to_submit', at(ms)).over);
    expect(over).toEqual([false, true]);
  });

  test('is unobserved on a walk that stopped before', () => {
    const report = submitted({ actions: [press(5000, '提交申请')] });
    report.session = { ...report.session, outcome: 'stopped' } as never;
    expect(signal('first_use_to_submit', report)).toMatchObject({ value: null, over: null });
    expect(valueOf('first_use_to_submit', walk({ visits: [] }))).toBeNull();
  });
});

function press(at: number, label: string) {
  return action(at, 'click', label);
}
