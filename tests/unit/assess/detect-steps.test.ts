import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DetectedStep, detectSteps, type NamedStep } from '../../../lib/assess/detect-steps.ts';
import type { Visit } from '../../../lib/model/visit.ts';
import { visit } from './evidence.ts';

type Walk = { actionTimes?: number[]; named?: NamedStep[]; to?: number };
const steps = (visits: Visit[], walk: Walk = {}) =>
  detectSteps(visits, { from: 0, to: 100_000, actionTimes: [], ...walk });
/** `name from-to`, seconds. */
const brief = (found: DetectedStep[]) =>
  found.map((step) => `${step.name} ${step.from / 1000}-${step.to / 1000}`);

describe('an empty page', () => {
  const opened = (more: Partial<Visit>[]) => [
    visit(0, '/', { title: '首页' }),
    visit(9000, '', { kind: 'tab', tab: 2, url: '' }),
    visit(9100, '/', { tab: 2, url: 'about:blank' }),
    ...more.map((each) => visit(each.at ?? 0, '/form', { tab: 2, title: '申请表', ...each })),
  ];

  test('that its opener sends to an address is no step: the one before lasts until the page comes', () => {
    expect(brief(steps(opened([{ at: 12_000 }])))).toEqual(['首页 0-12', '申请表 12-100']);
  });

  test('in which something was done, or that stays, was written into, and is one', () => {
    expect(brief(steps(opened([{ at: 12_000 }]), { actionTimes: [10_000] }))).toEqual([
      '首页 0-9.1',
      'about:blank 9.1-12',
      '申请表 12-100',
    ]);
    expect(brief(steps(opened([])))).toEqual(['首页 0-9.1', 'about:blank 9.1-100']);
    expect(brief(steps(opened([{ at: 12_000, tab: 3 }])))).toEqual(['首页 0-9.1', 'about:blank 9.1-100']);
  });
});

describe('a new step begins', () => {
  test('with a new address, not with another query or fragment', () => {
    const visits = [
      visit(0, '/', { title: '首页' }),
      visit(9000, '/search?q=1', { title: '搜索' }),
      visit(15_000, '/search?q=2#top', { title: '搜索' }),
    ];
    expect(brief(steps(visits))).toEqual(['首页 0-9', '搜索 9-100']);
  });

  test('with a route in the fragment', () => {
    const visits = [
      visit(0, '/app#/home', { title: '首页' }),
      visit(9000, '/app#/apply', { kind: 'route', title: '申请' }),
    ];
    expect(brief(steps(visits))).toEqual(['首页 0-9', '申请 9-100']);
  });

  test('with another stage rule; pages under one rule are one step', () => {
    const guide = { stage: 'consult', ruleName: '办事指南' } as const;
    const visits = [
      visit(0, '/guide/1', guide),
      visit(9000, '/guide/2', guide),
      visit(20_000, '/my', { stage: 'progress', ruleName: '办件进度' }),
    ];
    expect(steps(visits).map(({ name, stage }) => [name, stage])).toEqual([
      ['办事指南', 'consult'],
      ['办件进度', 'progress'],
    ]);
  });

  test('with each step of a wizard, also in a frame of another origin', () => {
    const form = { frame: 4, kind: 'wizard' } as const;
    const visits = [
      visit(0, '/handle', { title: '在线办理', stage: 'apply' }),
      visit(5000, 'https://rs.example/apply', { ...form, wizardStep: '办理须知' }),
      visit(20_000, 'https://rs.example/apply', { ...form, wizardStep: '申请人信息' }),
      visit(40_000, 'https://rs.example/apply', { ...form, wizardStep: '材料上传', stage: 'material' }),
    ];
    const found = steps(visits);
    expect(brief(found)).toEqual(['在线办理 0-5', '办理须知 5-20', '申请人信息 20-40', '材料上传 40-100']);
    expect(found.map((step) => step.stage)).toEqual(['apply', 'apply', 'apply', 'material']);
  });

  test('not with a frame that no rule and no wizard names', () => {
    const visits = [
      visit(0, '/', { title: '首页' }),
      visit(9000, 'https://ads.example/', { frame: 3, title: '广告' }),
    ];
    expect(brief(steps(visits))).toEqual(['首页 0-100']);
  });

  test('with a frame that a stage rule names', () => {
    const inner = visit(9000, 'https://old.example/query', {
      frame: 3,
      stage: 'progress',
      ruleName: '参保查询',
    });
    expect(brief(steps([visit(0, '/', { title: '首页' }), inner]))).toEqual(['首页 0-9', '参保查询 9-100']);
  });
});

describe('tabs', () => {
  const first = visit(0, '/guide', { title: '指南' });
  const second = visit(10_000, '/template', { tab: 2, title: '样表' });

  test('going back to a tab goes on with the place it shows', () => {
    const there = visit(9900, '', { kind: 'tab', tab: 2 });
    const back = visit(30_000, '/guide', { kind: 'tab' });
    const found = steps([first, there, second, back]);
    expect(brief(found)).toEqual(['指南 0-10', '样表 10-30', '指南 30-100']);
    expect(found.map((step) => step.tab)).toEqual([1, 2, 1]);
  });

  test('a document in a tab that nobody looks at begins no step before the walker turns to it', () => {
    const later = visit(20_000, '/template/2', { tab: 2, title: '样表二' });
    expect(brief(steps([first, second, later]))).toEqual(['指南 0-100']);
    const turned = visit(60_000, '', { kind: 'tab', tab: 2 });
    expect(brief(steps([first, second, later, turned]))).toEqual(['指南 0-60', '样表二 60-100']);
  });

  test('a new tab that is shown at once begins its step with its document', () => {
    const turned = visit(9000, '', { kind: 'tab', tab: 2 });
    expect(brief(steps([first, turned, second]))).toEqual(['指南 0-10', '样表 10-100']);
  });

  test('a tab whose place nobody saw makes no step', () => {
    expect(brief(steps([first, visit(30_000, '/x', { kind: 'tab', tab: 7 })]))).toEqual(['指南 0-100']);
  });
});

describe('redirect hops', () => {
  const hop = (at: number) => visit(at, '/sso/callback', { title: '跳转中' });

  test('under a second without an action they join the next step', () => {
    const visits = [visit(0, '/', { title: '首页' }), hop(9000), visit(9600, '/my', { title: '我的' })];
    expect(brief(steps(visits))).toEqual(['首页 0-9', '我的 9-100']);
  });

  test('a second long, or with an action in it, they are steps', () => {
    const slow = [visit(0, '/', { title: '首页' }), hop(9000), visit(10_000, '/my', { title: '我的' })];
    expect(steps(slow)).toHaveLength(3);
    const acted = [visit(0, '/', { title: '首页' }), hop(9000), visit(9600, '/my', { title: '我的' })];
    expect(steps(acted, { actionTimes: [9300] })).toHaveLength(3);
  });

  test('a hop that leads back to the same place leaves one step', () => {
    const visits = [visit(0, '/', { title: '首页' }), hop(9000), visit(9600, '/', { title: '首页' })];
    expect(brief(steps(visits))).toEqual(['首页 0-100']);
  });

  test('the unified login is a step however short it was', () => {
    const login = visit(9000, 'https://login.example/login', {
      identity: true,
      stage: 'login',
      ruleName: '统一身份认证',
    });
    const found = steps([visit(0, '/', { title: '首页' }), login, visit(9400, '/my', { title: '我的' })]);
    expect(brief(found)).toEqual(['首页 0-9', '统一身份认证 9-9.4', '我的 9.4-100']);
    expect(found.map((step) => step.identity)).toEqual([false, true, false]);
  });

  test('the last step stays, however short', () => {
    expect(brief(steps([visit(0, '/', { title: '首页' }), visit(99_900, '/my', { title: '我的' })]))).toEqual(
      ['首页 0-99.9', '我的 99.9-100'],
    );
  });
});

describe('names', () => {
  test('come from the wizard, the rule, the title, the address, in this order', () => {
    const all = { title: '标题', ruleName: '规则', stage: 'apply' } as const;
    expect(steps([visit(0, '/a', { ...all, kind: 'wizard', wizardStep: '第一步' })])[0]?.name).toBe('第一步');
    expect(steps([visit(0, '/a', all)])[0]?.name).toBe('规则');
    expect(steps([visit(0, '/a', { title: '标题' })])[0]?.name).toBe('标题');
    expect(steps([visit(0, '/a')])[0]?.name).toBe('zwfw.example/a');
  });

  const visits = [visit(0, '/', { title: '首页' }), visit(20_000, '/my', { title: '我的' })];

  test('given by the walker rename the step that was on', () => {
    const found = steps(visits, { named: [{ at: 30_000, name: '看进度', renames: true }] });
    expect(brief(found)).toEqual(['首页 0-20', '看进度 20-100']);
    expect(found.map((step) => step.named)).toEqual([false, true]);
  });

  test('given to a new step cut the one that was on, and leave its stage', () => {
    const found = steps(visits, { named: [{ at: 5000, name: '找入口', renames: false }] });
    expect(brief(found)).toEqual(['首页 0-5', '找入口 5-20', '我的 20-100']);
    expect(found[1]).toMatchObject({ stage: found[0]?.stage, url: found[0]?.url, named: true });
  });

  test('of two new steps within one step both stand', () => {
    const named = [
      { at: 12_000, name: '乙', renames: false },
      { at: 5000, name: '甲', renames: false },
    ];
    expect(brief(steps(visits, { named }))).toEqual(['首页 0-5', '甲 5-12', '乙 12-20', '我的 20-100']);
  });
});

test('a walk without a visit has no step', () => {
  expect(steps([], { named: [{ at: 1, name: '甲', renames: false }] })).toEqual([]);
});

test('steps follow one another without a hole from the walk’s start to its end', () => {
  const place = fc.record({
    at: fc.nat(90_000),
    path: fc.constantFrom('/', '/a', '/b'),
    tab: fc.constantFrom(1, 2),
    kind: fc.constantFrom('document', 'route', 'tab', 'wizard'),
    identity: fc.boolean(),
  });
  const naming = fc.record({ at: fc.nat(90_000), name: fc.constant('甲'), renames: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(place, { maxLength: 12 }),
      fc.array(naming, { maxLength: 3 }),
      fc.array(fc.nat(90_000)),
      (places, named, actionTimes) => {
        const visits = [visit(0, '/'), ...places.map(({ at, path, ...more }) => visit(at, path, more))];
        const found = steps(visits, { named, actionTimes });
        expect(found[0]?.from).toBe(0);
        expect(found.at(-1)?.to).toBe(100_000);
        found.slice(1).forEach((step, index) => expect(step.from).toBe(found[index]?.to));
        expect(found.every((step) => step.to >= step.from && step.name !== '')).toBe(true);
      },
    ),
  );
});
