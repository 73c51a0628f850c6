import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeSignals } from '../../../../lib/assess/signals/index.ts';
import { suggest } from '../../../../lib/assess/suggest/suggest.ts';
import type { Checklist } from '../../../../lib/model/checklist.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { type SignalCode, signalCodes } from '../../../../lib/model/signal.ts';
import { countVerdicts, Suggestion } from '../../../../lib/model/suggestion.ts';
import { randomWalk } from '../signals/random-walk.ts';
import {
  action,
  gap,
  incident,
  request,
  sighting,
  start,
  step,
  timing,
  wait,
  walk,
} from '../signals/walk.ts';

const item = (id: string, text: string, signals: string[], observability = 'direct') => ({
  id: `list.${id}`,
  text,
  signals,
  reverse: false,
  wording: '',
  derived: false,
  observability: observability as 'direct',
});
const checklists: Checklist[] = [
  {
    id: 'list',
    title: '检查表',
    dimensions: [
      {
        id: 'tong',
        name: '通不通',
        question: '',
        polarity: 'yes-is-good' as const,
        items: [
          item('1', '办事流程总体', ['http_error', 'dead_click', 'step_duration', 'error_toast'], 'assisted'),
          item('2', '材料提交', ['http_error', 'file_reject']),
          item('3', '注册登录', ['login_repeat']),
        ],
      },
    ],
  },
];
const made = (rows: Partial<SessionReport>, lists: readonly Checklist[] = checklists) => {
  const report = walk({ steps: [step(0, 200_000)], ...rows });
  return suggest(report, computeSignals(report), lists);
};
const of = (suggestions: readonly Suggestion[], code: SignalCode) =>
  suggestions.filter((each) => each.reason.code === code);
const broken = (at: number, url = 'https://zwfw.example/api/submit?no=1') =>
  incident(at, 'failed-request', 'xmlhttprequest 500', { url, status: 500 });

describe('one defect is one suggestion', () => {
  test('however often it was met: twenty failures of one request, with other numbers in its address', () => {
    const incidents = Array.from({ length: 20 }, (_, n) =>
      broken(n * 1000, `https://zwfw.example/api/submit?no=${n}`),
    );
    const found = of(made({ incidents }), 'http_error');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ reason: { count: 20, value: 20 }, severity: 'serious' });
    expect(found[0]?.moments).toHaveLength(20);
  });

  test('requests to two addresses are two', () => {
    const incidents = [broken(1000), broken(9000, 'https://zwfw.example/api/share')];
    expect(of(made({ incidents }), 'http_error')).toHaveLength(2);
  });

  test('the message with which the page tells of a failed request belongs to it, one long after does not', () => {
    const toast = (at: number) => incident(at, 'toast', '系统繁忙，请稍后重试');
    const together = made({ incidents: [broken(1000), toast(1200)] });
    expect(of(together, 'error_toast')).toEqual([]);
    expect(of(together, 'http_error')[0]?.also).toEqual(['error_toast']);
    expect(of(made({ incidents: [broken(1000), toast(9000)] }), 'error_toast')).toHaveLength(1);
  });

  test('dead clicks that are a burst of clicks are one, and the burst speaks for them', () => {
    const actions = [0, 200, 400].map((at) =>
      action(1000 + at, 'click', '测算', { reactedMs: null, selectors: ['#x'] }),
    );
    const found = made({ actions });
    expect(of(found, 'rage_click')[0]?.also).toEqual(['dead_click']);
    expect(of(found, 'dead_click')).toEqual([]);
  });

  test('one notice that sends people to a window with their papers is one', () => {
    const text = '请携带原件到窗口办理';
    const sightings = [
      sighting(1000, 'channel-switch', { detail: 'window', text }),
      sighting(1000, 'paper-required', { text }),
    ];
    const found = made({ sightings });
    expect(found.map(({ reason }) => reason.code)).toEqual(['channel_switch']);
    expect(found[0]?.also).toEqual(['paper_required']);
  });
});

describe('the figures of a suggestion', () => {
  test('are those of its signal: a pause or sleep within a call is none of its time', () => {
    const session = { ...walk().session, pauses: [{ from: start + 2000, to: start + 602_000, reason: '' }] };
    const requests = [request(1000, 604_000), request(700_000, 3500, { url: 'https://zwfw.example/other' })];
    expect(of(made({ requests, session }), 'api_latency').map(({ reason }) => reason.value)).toEqual([
      4000, 3500,
    ]);
    const pageTimings = [timing(1000, { load: 605_000, url: 'https://zwfw.example/' })];
    const gaps = [gap(2000, 602_000, 'asleep')];
    expect(of(made({ pageTimings, gaps }), 'page_load')[0]?.reason.value).toBe(5000);
  });

  test('count what came after two hundred others, which hide nothing', () => {
    const incidents = [
      ...Array.from({ length: 250 }, (_, n) => broken(n * 1000, 'https://zwfw.example/api/beat')),
      broken(400_000),
    ];
    const found = of(made({ incidents }), 'http_error');
    expect(found.map(({ reason, moments }) => [reason.count, reason.value, moments.length])).toEqual([
      [250, 250, 200],
      [1, 1, 1],
    ]);
  });

  test('rest on no captcha that stood on the form, and on no pause', () => {
    const stood = [wait(0, 180_000, 'captcha', { outcome: 'unknown' })];
    const answered = [wait(0, 180_000, 'captcha', { outcome: 'passed' })];
    const actions = [action(175_000, 'type', '姓名')];
    const session = { ...walk().session, pauses: [{ from: start + 2000, to: start + 22_000, reason: '' }] };
    for (const rows of [
      { waits: stood },
      { waits: answered, actions },
      { session, requests: [request(1000, 21_500)] },
    ])
      expect(of(made(rows), 'wait_time')).toEqual([]);
    expect(of(made({ requests: [request(1000, 10_500)] }), 'wait_time')[0]?.reason.count).toBe(1);
  });
});

describe('what is worth a suggestion', () => {
  test('nothing on a clean walk', () => {
    expect(made({})).toEqual([]);
  });

  test('counts of the whole walk only well beyond their rough limits', () => {
    const steps = (count: number) => Array.from({ length: count }, (_, n) => step(n * 1000, n * 1000 + 1000));
    expect(of(made({ steps: steps(12) }), 'step_count')).toEqual([]);
    expect(of(made({ steps: steps(15) }), 'step_count')).toHaveLength(1);
  });

  test('parts that are defects by themselves: a refused code, an empty search, a queue', () => {
    const refused = made({ waits: [wait(1000, 500, 'sms', { outcome: 'failed' })] });
    expect(of(refused, 'captcha_count')[0]?.reason.value).toBe(1);
    const empty = made({ sightings: [sighting(1000, 'search-result', { count: 0 })] });
    expect(of(empty, 'search_attempts')).toHaveLength(1);
    expect(
      of(made({ sightings: [sighting(1000, 'search-result', { count: 3 })] }), 'search_attempts'),
    ).toEqual([]);
    const waits = [wait(1000, 1800, 'queue'), wait(4000, 1500, 'spinner')];
    expect(of(made({ waits }), 'wait_time')[0]?.moments).toHaveLength(2);
    expect(of(made({ waits: [wait(4000, 1500, 'spinner')] }), 'wait_time')).toEqual([]);
  });

  test('one refusal by the form is the walker’s slip, the second is worth a look', () => {
    const refusal = (at: number) => incident(at, 'validation', '请填写姓名');
    expect(of(made({ incidents: [refusal(1000)] }), 'validation_error')).toEqual([]);
    expect(of(made({ incidents: [refusal(1000), refusal(9000)] }), 'validation_error')).toHaveLength(1);
  });
});

describe('check items', () => {
  const failing = { incidents: [broken(1000)] };

  test('those that name the signal, the fittest first', () => {
    expect(made(failing)[0]).toMatchObject({
      kindred: false,
      checkItems: [
        { id: 'list.2', dimensionId: 'tong' },
        { id: 'list.1', dimensionId: 'tong' },
      ],
    });
  });

  test('where none names it, those of a kindred signal, and that is said', () => {
    const found = made({ incidents: [incident(1000, 'script-error', 'x is undefined')] });
    expect(found[0]).toMatchObject({ kindred: true, reason: { code: 'js_error' } });
    expect(found[0]?.checkItems.length).toBeGreaterThan(0);
  });

  test('a programme without any still gets the suggestion, unbound', () => {
    expect(made(failing, [])[0]).toMatchObject({ checkItems: [], kindred: true });
  });
});

test('the interval is about the first moment and within the walk', () => {
  const [first] = made({ incidents: [broken(2000), broken(150_000)] });
  expect(first?.interval).toEqual({ from: start, to: start + 7000 });
});

test('the same defect has the same id when the report is read again, and verdicts are counted by it', () => {
  const report = walk({ incidents: [broken(1000), incident(5000, 'native-dialog', '确定？')] });
  const [once, again] = [0, 1].map(() => suggest(report, computeSignals(report), checklists));
  expect(once?.map(({ id }) => id)).toEqual(again?.map(({ id }) => id));
  const ids = once?.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  const decisions = [{ id: ids[0] ?? '', verdict: 'dismissed' as const }];
  expect(countVerdicts(once ?? [], decisions)).toEqual({
    open: ids.length - 1,
    accepted: 0,
    edited: 0,
    dismissed: 1,
  });
});

test('of any walk: every suggestion fits its schema, ids differ, none comes from a signal that was not observed', () => {
  fc.assert(
    fc.property(randomWalk, (rows) => {
      const report = walk(rows);
      const signals = computeSignals(report);
      const seen = new Set(signals.filter(({ value }) => value !== null).map(({ code }) => code));
      const found = suggest(report, signals, checklists);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const each of found) {
        expect(Suggestion.parse(each)).toEqual(each);
        expect(seen).toContain(each.reason.code);
        expect(each.interval.to).toBeGreaterThanOrEqual(each.interval.from);
      }
    }),
    { numRuns: 100 },
  );
  expect(signalCodes.length).toBeGreaterThan(40);
});
