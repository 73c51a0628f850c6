import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../../lib/model/incident.ts';
import type { SignalCode } from '../../../../lib/model/signal.ts';
import {
  action,
  blind,
  field,
  gap,
  incident,
  request,
  sighting,
  signal,
  start,
  step,
  textsOf,
  valueOf,
  visit,
  walk,
} from './walk.ts';

const counts: [SignalCode, Incident['kind'][], limit: number][] = [
  ['http_error', ['failed-request', 'dead-resource'], 0],
  ['js_error', ['script-error', 'unhandled-rejection'], 0],
  ['error_toast', ['toast'], 0],
  ['native_dialog', ['native-dialog'], 0],
  ['validation_error', ['validation'], 2],
];

describe.each(counts)('%s', (code, kinds, limit) => {
  const many = (n: number) =>
    walk({
      incidents: Array.from({ length: n }, (_, at) =>
        incident(at, kinds[at % kinds.length] as never, `第${at}个`),
      ),
    });

  test('counts its own incidents, each with its moment', () => {
    const own = kinds.map((kind, n) => incident(1000 + n, kind, '甲'));
    const report = walk({
      incidents: [...own, incident(5000, 'slow-request'), incident(6000, 'recorder-error')],
    });
    const found = signal(code, report);
    expect(found.value).toBe(kinds.length);
    expect(found.evidence.map((each) => [each.at - start, each.refs])).toEqual(
      own.map((each, n) => [1000 + n, [each.id]]),
    );
  });

  test('is 0 on a walk that was seen into and had none', () => {
    expect(signal(code, walk())).toMatchObject({ value: 0, over: false, evidence: [] });
  });

  test('is over beyond its limit, not at it', () => {
    expect([limit, limit + 1].map((n) => signal(code, many(n)).over)).toEqual([false, true]);
  });
});

test('what a recorder in the page tells is unobserved where none ran; what the browser tells is not', () => {
  for (const code of ['js_error', 'error_toast', 'native_dialog', 'validation_error'] as const) {
    expect(signal(code, blind.noRecorder()), code).toMatchObject({ value: null, unseen: 'no-recorder' });
    expect(signal(code, blind.atLogin()), code).toMatchObject({ value: null, unseen: 'identity-host' });
  }
  expect([valueOf('http_error', blind.noRecorder()), valueOf('http_error', blind.atLogin())]).toEqual([0, 0]);
  expect(valueOf('http_error', walk({ visits: [] }))).toBeNull();
});

test('a walk with a login page that was not looked into says so beside the figure', () => {
  const visits = [visit(0, '/'), visit(1, 'https://login.example/', { identity: true })];
  expect(signal('js_error', walk({ visits }))).toMatchObject({ value: 0, unseen: 'identity-host' });
});

describe('dead_link', () => {
  const lost = (at: number, path: string, type = 'main_frame') =>
    incident(at, 'failed-request', `${type} 404`, { url: `https://zwfw.example${path}` });

  test('a page that could not be had, a blank page and a link without effect count, each address once', () => {
    const report = walk({
      incidents: [lost(0, '/sample?a=1'), lost(9000, '/sample?a=2'), lost(2000, '/inner', 'sub_frame')],
      sightings: [
        sighting(100, 'blank-page', { url: 'https://zwfw.example/sample' }),
        sighting(3000, 'blank-page', { url: 'https://zwfw.example/empty' }),
      ],
      actions: [action(4000, 'click', '办事地图', { role: 'link', reactedMs: null })],
    });
    expect(signal('dead_link', report).evidence.map((each) => each.at - start)).toEqual([
      0, 2000, 3000, 4000,
    ]);
  });

  test('a call or a picture that failed is no link; nor is a button, or a link that led somewhere', () => {
    const report = walk({
      incidents: [lost(0, '/api', 'xmlhttprequest'), incident(1, 'dead-resource', 'image 404')],
      actions: [
        action(1, 'click', '测算', { reactedMs: null }),
        action(2, 'click', '指南', { role: 'link', reactedMs: 90 }),
      ],
    });
    expect(signal('dead_link', report)).toMatchObject({ value: 0, over: false });
    expect(valueOf('dead_link', walk({ visits: [] }))).toBeNull();
  });
});

test.each(['not-granted', 'requests-unseen'] as const)(
  'while the browser told nothing, or not for which page, figures say that they may be more: %s',
  (why) => {
    const gaps = [gap(1000, 60_000, why)];
    const rows = { gaps, requests: [request(0, 300)], steps: [step(0, 60_000)] };
    for (const code of ['http_error', 'api_latency', 'wait_time'] as const) {
      expect([code, signal(code, walk(rows)).unseen]).toEqual([code, 'no-recorder']);
      expect([code, signal(code, walk({ ...rows, gaps: [] })).unseen]).toEqual([code, undefined]);
    }
  },
);

describe('session_timeout', () => {
  test('counts each time the page says so, told several ways at once or not', () => {
    const report = walk({
      sightings: [
        sighting(1000, 'session-timeout', { text: '登录已失效' }),
        sighting(60_000, 'session-timeout'),
      ],
      incidents: [
        incident(1200, 'toast', '登录状态已过期，请重新登录'),
        incident(90_000, 'native-dialog', '会话超时'),
        incident(120_000, 'toast', '保存失败'),
      ],
    });
    expect(signal('session_timeout', report).evidence.map((each) => each.at - start)).toEqual([
      1000, 60_000, 90_000,
    ]);
    expect(signal('session_timeout', report).over).toBe(true);
  });

  test('is 0 when nothing said so, unobserved without words or before such notices were watched', () => {
    expect(valueOf('session_timeout', walk())).toBe(0);
    expect(signal('session_timeout', blind.metrics())).toMatchObject({ value: null, unseen: 'metrics-only' });
    expect(signal('session_timeout', blind.old())).toMatchObject({ value: null, unseen: 'old-report' });
    expect(valueOf('session_timeout', blind.old({ incidents: [incident(0, 'toast', '会话超时')] }))).toBe(1);
  });
});

describe('draft_lost', () => {
  const wizard = (at: number, wizardStep: string) => visit(at, '/item', { kind: 'wizard', wizardStep });
  const filled = [action(11_000, 'type', '银行卡号'), action(12_000, 'select', '开户银行')];
  const visits = [visit(0, '/'), wizard(10_000, '领取'), wizard(20_000, '培训'), wizard(30_300, '领取')];
  const back = action(30_000, 'click', '上一步');
  const met = (at: number, more = {}) => [
    field(at, '*银行卡号：', more),
    field(at, '开户银行', { kind: 'choice', ...more }),
  ];

  test('what was filled in and stands there empty after a step back is lost, once each', () => {
    const report = walk({
      visits,
      actions: [...filled, back],
      fields: [...met(10_100), ...met(30_050), ...met(30_900)],
    });
    const found = signal('draft_lost', report);
    expect(found).toMatchObject({ value: 2, over: true });
    expect(found.evidence[0]?.refs).toEqual(expect.arrayContaining([filled[0]?.id, back.id]));
  });

  test('what came back with its value, was never filled in, or stands on another step is not', () => {
    const kept = { visits, actions: [...filled, back], fields: met(30_050, { prefilled: true }) };
    expect(valueOf('draft_lost', walk(kept))).toBe(0);
    expect(valueOf('draft_lost', walk({ visits, actions: [back], fields: met(30_050) }))).toBe(0);
    const elsewhere = { visits, actions: [...filled, back], fields: met(21_000) };
    expect(valueOf('draft_lost', walk(elsewhere))).toBe(0);
  });

  test('a form that comes again without going back is another form, and a captcha is always empty', () => {
    expect(valueOf('draft_lost', walk({ actions: filled, fields: met(30_050) }))).toBe(0);
    const captcha = {
      actions: [action(1000, 'type', '验证码'), action(2000, 'reload', '')],
      fields: [field(3000, '验证码', { kind: 'captcha' })],
    };
    expect(valueOf('draft_lost', walk(captcha))).toBe(0);
  });

  test('a reload that empties the form loses it', () => {
    const actions = [action(1000, 'type', '姓名')];
    const reload = visit(5000, '/item', { transition: 'reload' });
    expect(
      valueOf(
        'draft_lost',
        walk({ visits: [visit(0, '/item'), reload], actions, fields: [field(5400, '姓名')] }),
      ),
    ).toBe(1);
  });

  const login = (at: number) => visit(at, 'https://login.example/login', { identity: true, stage: 'login' });
  const form = [visit(0, '/item', { title: '申请表' })];
  const again = visit(60_000, '/item', { title: '申请表' });
  const typed = action(11_000, 'type', '姓名', { value: { length: 3 } });
  const asked = (at: number, more = {}) => field(at, '姓名', more);
  const lostOn = (rows: Parameters<typeof walk>[0]) => valueOf('draft_lost', walk(rows));

  test('a form that is empty after the login lapsed and was done again is lost, also when the lapse was told at the sending', () => {
    const visits = [...form, login(40_000), again];
    const fields = [asked(200), asked(60_300)];
    expect(lostOn({ visits, actions: [typed], fields })).toBe(1);
    const sent = action(38_000, 'click', '提交申请');
    expect(lostOn({ visits, actions: [typed, sent], fields })).toBe(1);
    const told = [sighting(39_000, 'session-timeout', { text: '登录已失效' })];
    expect(lostOn({ visits: [...form, again], sightings: told, actions: [typed, sent], fields })).toBe(1);
    expect(
      lostOn({ visits, actions: [typed], fields: [asked(200), asked(60_300, { prefilled: true })] }),
    ).toBe(0);
  });

  test('so is one that was left for a page without a form; saved, filed or asked for once more it is another', () => {
    const visits = [...form, visit(40_000, '/help'), again];
    const fields = [asked(200), asked(60_300)];
    expect(lostOn({ visits, actions: [typed], fields })).toBe(1);
    for (const label of ['保存', '提交申请'])
      expect(lostOn({ visits, actions: [typed, action(39_000, 'click', label)], fields })).toBe(0);
    expect(lostOn({ visits, actions: [typed, action(59_000, 'click', '新增家庭成员')], fields })).toBe(0);
    // Pages of one form that lead in a circle.
    const circle = { visits, actions: [typed], fields: [...fields, field(40_100, '单位')] };
    expect(lostOn(circle)).toBe(0);
  });

  test('one more family member on the same page is none', () => {
    const actions = [typed, action(20_000, 'click', '添加家庭成员')];
    expect(lostOn({ visits: form, actions, fields: [asked(200), asked(20_100)] })).toBe(0);
  });

  test('what the portal had filled in and stands there empty after a step back is lost; what the walker emptied is not', () => {
    const wizardVisits = [...visits];
    const fields = [...met(10_100, { prefilled: true }), ...met(30_050)];
    expect(lostOn({ visits: wizardVisits, actions: [back], fields })).toBe(2);
    const emptied = action(11_000, 'type', '银行卡号', { value: { length: 0 } });
    expect(lostOn({ visits: wizardVisits, actions: [emptied, back], fields })).toBe(1);
    // Going back by the browser is told after the form stands there.
    expect(lostOn({ visits: wizardVisits, fields })).toBe(2);
    const other = [...fields, field(10_150, '银行卡号')];
    expect(lostOn({ visits: wizardVisits, actions: [back], fields: other })).toBe(1);
    const shownOnly = [...met(10_100, { prefilled: true, readonly: true }), ...met(30_050)];
    expect(lostOn({ visits: wizardVisits, actions: [back], fields: shownOnly })).toBe(0);
  });

  test('is unobserved before fields were watched', () => {
    expect(valueOf('draft_lost', blind.old({ actions: filled }))).toBeNull();
  });
});

describe.each(['browser_incompat', 'channel_switch'] as const)('%s', (code) => {
  const kind = code === 'browser_incompat' ? 'browser-incompat' : 'channel-switch';

  test('counts what the pages ask for, the same words on a site once', () => {
    const sightings = [
      sighting(0, kind, { text: '请使用IE浏览器' }),
      sighting(9000, kind, { text: '请使用IE浏览器' }),
      sighting(9500, kind, { text: '请安装控件' }),
      sighting(9900, kind, { text: '请使用IE浏览器', url: 'https://old.example/' }),
    ];
    expect(signal(code, walk({ sightings }))).toMatchObject({ value: 3, over: true });
    expect(textsOf(code, walk({ sightings }))[0]).toBe('请使用IE浏览器');
  });

  test('is 0 when nothing asked, unobserved without words or before such notices were watched', () => {
    expect(signal(code, walk())).toMatchObject({ value: 0, over: false });
    expect([blind.metrics(), blind.old(), blind.noRecorder()].map((report) => valueOf(code, report))).toEqual(
      [null, null, null],
    );
  });
});
