import { describe, expect, test } from 'vitest';
import type { Action } from '../../../../lib/model/action.ts';
import {
  action,
  blind,
  field,
  gap,
  request,
  signal,
  start,
  step,
  textsOf,
  valueOf,
  visit,
  walk,
} from './walk.ts';

const click = (at: number, label: string, more: Partial<Action> = {}) => action(at, 'click', label, more);
const clicks = (count: number) => Array.from({ length: count }, (_, n) => click(n * 5000, `第${n}项`));

describe('click_count', () => {
  test('counts clicks and ticks, not typing, choosing or the sending that a click brings about', () => {
    const kinds = ['click', 'check', 'type', 'select', 'upload', 'submit', 'key'] as const;
    expect(
      valueOf('click_count', walk({ actions: kinds.map((kind, n) => action(n * 1000, kind, '甲')) })),
    ).toBe(2);
  });

  test('a tick by its label, or by what is drawn in the box’s place, is one', () => {
    const tick = (at: number, more: Partial<Action> = {}) => action(at, 'check', '同意', more);
    const of = (...actions: Action[]) => valueOf('click_count', walk({ actions }));
    expect(of(click(0, '我已阅读并同意', { role: 'label' }), tick(0))).toBe(1);
    expect(of(tick(3), click(3, '同意', { role: 'span' }))).toBe(1);
    // By hand, in another frame, on something else, or a second box: two.
    expect(of(click(0, '我已阅读并同意', { role: 'label' }), tick(400))).toBe(2);
    expect(of(click(0, '同意', { role: 'label' }), tick(3, { stream: 'st2' }))).toBe(2);
    expect(of(click(0, '下一步', { role: 'button' }), tick(3))).toBe(2);
    expect(of(click(0, '同意', { role: 'label' }), tick(3), tick(200))).toBe(2);
  });

  test('is 0 on a page nobody clicked on, over beyond sixty, unobserved without a recorder', () => {
    expect(valueOf('click_count', walk())).toBe(0);
    expect([60, 61].map((n) => signal('click_count', walk({ actions: clicks(n) })).over)).toEqual([
      false,
      true,
    ]);
    expect(valueOf('click_count', blind.noRecorder())).toBeNull();
  });

  test('is seen on walks that keep figures only', () => {
    expect(valueOf('click_count', blind.metrics({ actions: clicks(2) }))).toBe(2);
  });
});

describe('entry_depth', () => {
  const visits = [visit(0, '/'), visit(20_000, '/handle/1', { stage: 'apply' })];

  test('counts the clicks up to the way in; clicking into the search box is no level', () => {
    const actions = [
      click(1000, '搜索框', { role: 'textbox' }),
      click(2000, '搜索'),
      click(9000, '在线办理'),
      click(25_000, '下一步'),
    ];
    const found = signal('entry_depth', walk({ visits, actions }));
    expect(found).toMatchObject({ value: 2, over: false });
    expect(found.evidence.at(-1)).toMatchObject({ at: start + 20_000, refs: [visits[1]?.id] });
  });

  test('a login is a way in; where there are no stages the first form elsewhere is', () => {
    const actions = [click(1000, '办事'), click(15_000, '登录')];
    const login = [
      visit(0, '/'),
      visit(9000, 'https://login.example/', { identity: true }),
      visits[1] as never,
    ];
    expect(valueOf('entry_depth', walk({ visits: login, actions }))).toBe(1);
    const fields = [field(10, '关键词', { kind: 'search', url: `https://a/` }), field(17_000, '姓名')];
    expect(valueOf('entry_depth', walk({ visits: [visit(0, '/')], actions, fields }))).toBe(2);
  });

  test('is over beyond five clicks, not at them', () => {
    const over = [5, 6].map((n) => {
      const actions = Array.from({ length: n }, (_, at) => click(at * 100, '找'));
      return signal('entry_depth', walk({ visits, actions })).over;
    });
    expect(over).toEqual([false, true]);
  });

  test('is unobserved when the way in was not reached, was where the walk began, or no recorder ran', () => {
    expect(valueOf('entry_depth', walk({ visits: [visit(0, '/')] }))).toBeNull();
    expect(valueOf('entry_depth', walk({ visits: [visit(0, '/handle/1', { stage: 'apply' })] }))).toBeNull();
    expect(valueOf('entry_depth', blind.noRecorder({ visits }))).toBeNull();
  });
});

describe('page_count', () => {
  test('counts each address once, without parameters; frames, tabs and wizards are no pages', () => {
    const visits = [
      visit(0, '/'),
      visit(1, '/search?q=1'),
      visit(2, '/search?q=2'),
      visit(3, '/app#/one', { kind: 'route' }),
      visit(4, '/app#/two', { kind: 'route' }),
      visit(5, '/inner', { frame: 2 }),
      visit(6, '', { kind: 'tab', tab: 2 }),
      visit(7, '/app', { kind: 'wizard', wizardStep: '二' }),
    ];
    expect(valueOf('page_count', walk({ visits }))).toBe(4);
  });

  test('is over beyond twelve, unobserved on a walk that came nowhere', () => {
    const pages = (n: number) => walk({ visits: Array.from({ length: n }, (_, at) => visit(at, `/${at}`)) });
    expect([12, 13].map((n) => signal('page_count', pages(n)).over)).toEqual([false, true]);
    expect(valueOf('page_count', walk({ visits: [] }))).toBeNull();
  });
});

describe('step_count', () => {
  test('is the number of steps; over beyond ten; unobserved without any', () => {
    const steps = (n: number) => walk({ steps: Array.from({ length: n }, (_, at) => step(at, at + 1)) });
    expect([1, 10, 11].map((n) => signal('step_count', steps(n)).value)).toEqual([1, 10, 11]);
    expect([10, 11].map((n) => signal('step_count', steps(n)).over)).toEqual([false, true]);
    expect(valueOf('step_count', walk())).toBeNull();
  });
});

describe('backtrack', () => {
  const wizard = (at: number, wizardStep: string) =>
    visit(at, '/apply', { kind: 'wizard', frame: 3, wizardStep });

  test('a press of 上一步 and the wizard’s return it brings about are one', () => {
    const visits = [wizard(0, '一'), wizard(9000, '二'), wizard(20_400, '一')];
    const found = signal('backtrack', walk({ visits, actions: [click(20_000, '上一步')] }));
    expect(found).toMatchObject({ value: 1, over: false });
    expect(found.evidence).toMatchObject([{ at: start + 20_000, text: '上一步' }]);
    expect(found.evidence[0]?.refs).toHaveLength(2);
  });

  test('two presses are two, and so are the browser’s back, a reload and a wizard that returns by itself', () => {
    const actions = [click(1000, '上一步'), click(1500, '上一步')];
    const visits = [
      visit(0, '/'),
      visit(30_000, '/a', { back: true }),
      visit(60_000, '/a', { transition: 'reload' }),
      wizard(70_000, '一'),
      wizard(80_000, '二'),
      wizard(90_000, '一'),
    ];
    expect(valueOf('backtrack', walk({ visits, actions }))).toBe(5);
    expect(signal('backtrack', walk({ visits, actions })).over).toBe(true);
  });

  test('a wizard that goes on again over steps it had seen goes back once', () => {
    const steps = ['一', '二', '三', '一', '二', '三'].map((name, n) => wizard(n * 9000, name));
    expect(valueOf('backtrack', walk({ visits: [visit(0, '/'), ...steps] }))).toBe(1);
  });

  test('the browser’s forward is none', () => {
    const visits = [
      visit(0, '/'),
      visit(9000, '/a'),
      visit(20_000, '/', { back: true }),
      visit(30_000, '/a', { back: true }),
    ];
    const found = signal('backtrack', walk({ visits }));
    expect(found).toMatchObject({ value: 1, over: false });
    expect(found.evidence.map(({ at }) => at - start)).toEqual([20_000]);
  });

  test('going on, turning a list’s pages and a wizard that stays are none', () => {
    const actions = [click(0, '下一步'), click(1, '上一页'), click(2, '返回首页')];
    const visits = [visit(0, '/'), wizard(1, '一'), wizard(2, '一'), wizard(3, '二')];
    expect(valueOf('backtrack', walk({ visits, actions }))).toBe(0);
  });

  test('on walks that keep figures only it says that buttons were not seen; unobserved without pages', () => {
    expect(signal('backtrack', blind.metrics())).toMatchObject({ value: 0, unseen: 'metrics-only' });
    expect(valueOf('backtrack', walk({ visits: [] }))).toBeNull();
  });
});

describe('detour', () => {
  const way = (...paths: string[]) => paths.map((path, n) => visit(n * 1000, path));
  const form = (at: number) => visit(at, '/handle', { stage: 'apply' });

  test('the pages off every shortest way count, once each', () => {
    const visits = [
      ...way('/', '/help', '/', '/faq', '/', '/search', '/help', '/search', '/guide'),
      form(99_000),
    ];
    const found = signal('detour', walk({ visits }));
    expect(found.value).toBe(2);
    expect(found.evidence.map((each) => each.at - start)).toEqual([1000, 3000]);
  });

  test('a tab looked into and left is beside the way', () => {
    const visits = [
      ...way('/', '/guide'),
      visit(3000, '', { kind: 'tab', tab: 2 }),
      visit(3100, '/sample', { tab: 2 }),
      visit(5000, '', { kind: 'tab' }),
      form(9000),
    ];
    expect(valueOf('detour', walk({ visits }))).toBe(1);
  });

  test('what is done in another tab shows that the walker looks at it', () => {
    const visits = [...way('/', '/guide'), visit(3000, '/sample', { tab: 2 }), form(9000)];
    expect(valueOf('detour', walk({ visits, actions: [click(8000, '在线办理')] }))).toBe(1);
  });

  test('two ways of the same length are both no detour; a straight way is none', () => {
    expect(
      valueOf('detour', walk({ visits: [...way('/', '/a', '/guide', '/', '/b', '/guide'), form(9000)] })),
    ).toBe(0);
    expect(valueOf('detour', walk({ visits: [...way('/', '/search', '/guide'), form(9000)] }))).toBe(0);
  });

  test('what comes after the filing does not count', () => {
    const visits = [
      ...way('/'),
      form(1000),
      visit(3000, '/result', { stage: 'result' }),
      ...way('/x', '/y').map((each) => ({ ...each, at: each.at + 9000 })),
    ];
    expect(valueOf('detour', walk({ visits, actions: [click(2000, '提交申请')] }))).toBe(0);
  });

  test('a wizard in an inner frame is a form to come to', () => {
    const wizard = visit(50_000, '/apply', { kind: 'wizard', frame: 3, stage: 'apply' });
    expect(valueOf('detour', walk({ visits: [...way('/', '/faq', '/', '/handle'), wizard] }))).toBe(1);
  });

  test('is over beyond two; unobserved when no form was reached', () => {
    const off = (n: number) => [
      ...way('/', ...Array.from({ length: n }, (_, at) => [`/d${at}`, '/']).flat()),
      form(99_000),
    ];
    expect([2, 3].map((n) => signal('detour', walk({ visits: off(n) })).over)).toEqual([false, true]);
    expect(valueOf('detour', walk({ visits: way('/', '/a') }))).toBeNull();
  });
});

describe('dead_click', () => {
  test('is a click on what looks like a control after which nothing happened', () => {
    const actions = [
      click(0, '智能导办', { role: 'clickable', reactedMs: null }),
      click(1, '在线办理', { role: 'link', reactedMs: 120 }),
      click(2, '样表', { reactedMs: 0 }),
    ];
    expect(textsOf('dead_click', walk({ actions }))).toEqual(['智能导办']);
    expect(signal('dead_click', walk({ actions })).over).toBe(true);
  });

  test('a press that opened a window beside its page is none, and no dead link', () => {
    const actions = [click(1000, '新窗口办理', { role: 'link', reactedMs: null })];
    const beside = (at: number) => [visit(0, '/'), visit(at, '/guide', { tab: 2 })];
    const found = (at: number) =>
      (['dead_click', 'dead_link'] as const).map((code) =>
        valueOf(code, walk({ actions, visits: beside(at) })),
      );
    expect(found(1400)).toEqual([0, 0]);
    expect(found(3500)).toEqual([1, 1]);
    expect(found(500)).toEqual([1, 1]);
  });

  test('a press that asked for something is none, also when it is never answered', () => {
    const actions = [click(1000, '查询', { reactedMs: null })];
    const dead = (...requests: ReturnType<typeof request>[]) => {
      const links = actions.map((each) => ({ ...each, role: 'link' }));
      const found = valueOf('dead_click', walk({ actions, requests }));
      expect(valueOf('dead_link', walk({ actions: links, requests })), 'as a link').toBe(found);
      return found;
    };
    expect(dead(request(1005, 60_000))).toBe(0);
    expect(dead(request(1005, 60_000, { type: 'main_frame' }))).toBe(0);
    expect(dead(request(1005, 60_000, { tab: 2 })), 'in another tab').toBe(1);
    expect(dead(request(900, 60_000)), 'begun before').toBe(1);
    expect(dead(request(3000, 60_000)), 'begun when nobody watched any more').toBe(1);
    expect(dead(request(1005, 60_000, { type: 'ping' })), 'counts visits').toBe(1);
    // What ended in time the page has heard itself, and knew whether it asks for it again and again.
    expect(dead(request(1005, 1000)), 'ended in time').toBe(1);
    const polls = [0, 1, 2, 3].map((n) => request(20_000 * (n + 1), 15_000));
    expect(dead(request(1005, 15_000), ...polls), 'asked again and again by itself').toBe(1);
  });

  test('clicking into a field or beside everything is none', () => {
    const actions = ['textbox', 'div', 'p', ''].map((role, n) => click(n, '甲', { role, reactedMs: null }));
    expect(valueOf('dead_click', walk({ actions }))).toBe(0);
  });

  test('only clicks watched to the end count; unobserved when none was', () => {
    const unwatched = click(0, '查询');
    expect(signal('dead_click', blind.old({ actions: [unwatched] })).unseen).toBe('old-report');
    expect(signal('dead_click', walk({ actions: [unwatched] }))).toMatchObject({
      value: null,
      unseen: 'nothing-to-measure',
    });
    expect(valueOf('dead_click', walk({ actions: [unwatched, click(1, '好', { reactedMs: 5 })] }))).toBe(0);
    expect(valueOf('dead_click', walk())).toBeNull();
  });
});

describe('rage_click', () => {
  const burst = (
    gaps: number[],
    more: (n: number) => Partial<Action> = () => ({ point: { x: 50, y: 50 } }),
  ) => {
    let at = 0;
    return gaps.map((wait, n) => click((at += wait), '提交', more(n)));
  };

  test('three clicks within a second on one spot are one; more of them do not make more', () => {
    expect(valueOf('rage_click', walk({ actions: burst([0, 500, 500]) }))).toBe(1);
    const long = signal('rage_click', walk({ actions: burst([0, 200, 200, 200, 200]) }));
    expect(long).toMatchObject({ value: 1, over: true });
    expect(long.evidence[0]?.refs).toHaveLength(5);
  });

  test('two clicks, three within more than a second, three on different spots are none', () => {
    expect(valueOf('rage_click', walk({ actions: burst([0, 100]) }))).toBe(0);
    expect(valueOf('rage_click', walk({ actions: burst([0, 501, 500]) }))).toBe(0);
    expect(
      valueOf('rage_click', walk({ actions: burst([0, 99, 99], (n) => ({ point: { x: n * 31, y: 9 } })) })),
    ).toBe(0);
  });

  test('30 px is the same spot, and so is the same element further off; another frame is not', () => {
    expect(
      valueOf('rage_click', walk({ actions: burst([0, 99, 99], (n) => ({ point: { x: n * 30, y: 9 } })) })),
    ).toBe(1);
    const element = (n: number) => ({ point: { x: n * 90, y: 0 }, selectors: ['#go'] });
    expect(valueOf('rage_click', walk({ actions: burst([0, 99, 99], element) }))).toBe(1);
    const drawing = (n: number) => ({ ...element(n), point: { x: 9 + n * 90, y: 9 }, role: 'canvas' });
    expect(valueOf('rage_click', walk({ actions: burst([0, 99, 99], drawing) }))).toBe(0);
    const frames = (n: number) => ({ point: { x: 9, y: 9 }, frame: n });
    expect(valueOf('rage_click', walk({ actions: burst([0, 99, 99], frames) }))).toBe(0);
  });

  const here = { point: { x: 50, y: 50 } };
  test.each([
    [
      'twelve presses on a calendar’s 前一年, each answered at once',
      burst(Array(12).fill(80), () => ({ ...here, role: 'clickable', reactedMs: 12 })),
    ],
    [
      'three clicks in a text field, which mark its text',
      burst([0, 120, 120], () => ({ ...here, role: 'textbox' })),
    ],
    [
      'a double click on a label, which passes each click on',
      [0, 4, 180, 185].map((at, n) => click(at, '常用地址', { ...here, role: n % 2 ? 'button' : 'label' })),
    ],
    [
      'three presses by the keyboard on three buttons',
      burst([0, 300, 300], (n) => ({ point: { x: 0, y: 0 }, selectors: [`#go${n}`] })),
    ],
  ])('%s: none', (_what, actions) => {
    expect(valueOf('rage_click', walk({ actions }))).toBe(0);
  });

  test('a quick hand on one thing is pressing, however quick', () => {
    const quick = burst([0, 20, 20], () => ({ ...here, reactedMs: null }));
    expect(valueOf('rage_click', walk({ actions: quick }))).toBe(1);
  });

  test('presses that went unanswered are, and so are those on one button by the keyboard', () => {
    const slow = (n: number) => ({ ...here, reactedMs: n === 1 ? 400 : 12 });
    expect(valueOf('rage_click', walk({ actions: burst([0, 200, 200], slow) }))).toBe(1);
    const dead = burst([0, 200, 200], () => ({ ...here, reactedMs: null }));
    expect(valueOf('rage_click', walk({ actions: dead }))).toBe(1);
    const keys = burst([0, 200, 200], () => ({ selectors: ['#go'] }));
    expect(valueOf('rage_click', walk({ actions: keys }))).toBe(1);
  });

  test('is unobserved without a recorder', () => {
    expect(valueOf('rage_click', blind.noRecorder())).toBeNull();
  });
});

describe('tab_window_count', () => {
  test('counts tabs after the first, told by a change to them or by their page', () => {
    const visits = [
      visit(0, '/'),
      visit(1000, '', { kind: 'tab', tab: 2 }),
      visit(1100, '/sample', { tab: 2 }),
      visit(2000, '', { kind: 'tab' }),
      visit(3000, '/receipt', { tab: 3 }),
    ];
    expect(textsOf('tab_window_count', walk({ visits }))).toEqual([
      'https://zwfw.example/sample',
      'https://zwfw.example/receipt',
    ]);
  });

  test('is 0 in one tab, also when the browser was closed and the walk went on in a new one', () => {
    expect(valueOf('tab_window_count', walk())).toBe(0);
    const visits = [visit(0, '/'), visit(9000, '', { kind: 'tab', tab: 9 }), visit(9000, '/', { tab: 9 })];
    const report = walk({ visits, gaps: [gap(5000, 9000, 'browser-closed')] });
    expect(valueOf('tab_window_count', report)).toBe(0);
  });

  test('a tab that the browser gave other numbers is one tab, and comes from its own page', () => {
    const visits = [
      visit(0, '/'),
      visit(1000, '', { kind: 'tab', tab: 2 }),
      visit(1100, 'https://old.example/', { tab: 2 }),
      visit(5000, '', { kind: 'tab', tab: 8, wasTab: 1 }),
      visit(5100, '/', { tab: 8 }),
      visit(6000, '', { kind: 'tab', tab: 2 }),
      visit(9000, '', { kind: 'tab', tab: 9, wasTab: 8 }),
      visit(9100, '/', { tab: 9 }),
    ];
    expect(textsOf('tab_window_count', walk({ visits }))).toEqual(['https://old.example/']);
    expect(textsOf('domain_hops', walk({ visits }))).toEqual(['zwfw.example → old.example']);
  });

  test('is over beyond two; unobserved on a walk that came nowhere', () => {
    const tabs = (n: number) =>
      walk({ visits: Array.from({ length: n + 1 }, (_, tab) => visit(tab, '/', { tab })) });
    expect([2, 3].map((n) => signal('tab_window_count', tabs(n)).over)).toEqual([false, true]);
    expect(valueOf('tab_window_count', walk({ visits: [] }))).toBeNull();
  });
});

test('an empty page on the way to another counts nowhere', () => {
  const visits = [
    visit(0, '/'),
    visit(1000, '', { kind: 'tab', tab: 2 }),
    visit(1100, '/', { tab: 2, url: 'about:blank' }),
    visit(3000, '/form', { tab: 2 }),
  ];
  expect(valueOf('page_count', walk({ visits }))).toBe(2);
  expect(valueOf('page_count', walk({ visits, actions: [click(2000, '打印')] })), 'written into').toBe(3);
});

describe('domain_hops', () => {
  test('counts changes of host, in each tab and from the opener’s page to a new tab', () => {
    const visits = [
      visit(0, '/'),
      visit(1, 'https://login.example/', { identity: true }),
      visit(2, '/handle'),
      visit(3, '/handle/2'),
      visit(4, 'https://old.example/', { tab: 2 }),
      visit(5, '/my'),
      visit(6, 'https://frame.example/', { frame: 4 }),
    ];
    expect(textsOf('domain_hops', walk({ visits }))).toEqual([
      'zwfw.example → login.example',
      'login.example → zwfw.example',
      'zwfw.example → old.example',
    ]);
  });

  test('a page opened from a tab that was come back to is no hop from the tab that was left', () => {
    const visits = [
      visit(0, '/'),
      visit(1000, '', { kind: 'tab', tab: 2 }),
      visit(1100, 'https://old.example/', { tab: 2 }),
      visit(5000, '', { kind: 'tab' }),
      visit(8000, '', { kind: 'tab', tab: 3 }),
      visit(8100, '/sample', { tab: 3 }),
    ];
    expect(textsOf('domain_hops', walk({ visits }))).toEqual(['zwfw.example → old.example']);
  });

  test('is 0 on one host, over beyond two, unobserved on a walk that came nowhere', () => {
    expect(valueOf('domain_hops', walk())).toBe(0);
    const hops = (n: number) =>
      walk({ visits: Array.from({ length: n + 1 }, (_, at) => visit(at, `https://h${at % 2}.example/`)) });
    expect([2, 3].map((n) => signal('domain_hops', hops(n)).over)).toEqual([false, true]);
    expect(valueOf('domain_hops', walk({ visits: [] }))).toBeNull();
  });
});

describe('redirect_count', () => {
  test('adds up the redirects of all pages; over beyond four; unobserved on a walk that came nowhere', () => {
    const redirects = (...counts: number[]) =>
      walk({ visits: counts.map((count, n) => visit(n, `/${n}`, { redirects: count })) });
    expect(
      [redirects(0, 0), redirects(2, 0, 2), redirects(2, 3)].map((report) =>
        signal('redirect_count', report),
      ),
    ).toMatchObject([
      { value: 0, over: false, evidence: [] },
      { value: 4, over: false },
      { value: 5, over: true },
    ]);
    expect(valueOf('redirect_count', walk({ visits: [] }))).toBeNull();
  });
});
