import { parse, type Schema } from '@puppeteer/replay';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recorderJson } from '../../../lib/export/recorder-json.ts';
import type { SessionReport } from '../../../lib/model/report.ts';
import { action, portal, t0, visit, walkedReport } from './walked-report.ts';

const stepsOf = (report: SessionReport) => parse(JSON.parse(recorderJson(report))).steps;
const custom = (steps: Schema.Step[], name: string) =>
  steps.filter(
    (step) => step.type === 'customStep' && step.name === `zouyibian.${name}`,
  ) as Schema.CustomStep[];

describe('the recording', () => {
  const steps = stepsOf(walkedReport());

  it('begins with a viewport and the first address', () => {
    const kinds = steps.map((step) => step.type).filter((type) => type !== 'customStep');
    expect(kinds.slice(0, 2)).toEqual(['setViewport', 'navigate']);
  });

  it('finds an element in several ways, each a list of its own', () => {
    const click = steps.find((step) => step.type === 'click') as Schema.ClickStep;
    expect(click.selectors).toEqual([
      ['aria/在线办理[role="button"]'],
      ['xpath///button[normalize-space(.)="在线办理"]|//input[@value="在线办理"]'],
      ['#f1000'],
    ]);
    expect([click.offsetX, click.offsetY]).toEqual([50, 20]);
  });

  it('expects the arrival that a click led to', () => {
    const click = steps.find((step) => step.type === 'click');
    expect(click?.assertedEvents).toEqual([{ type: 'navigation', url: `${portal}/form`, title: '页面' }]);
  });

  it('types a fictitious placeholder by the field’s label, or test data of one’s own', () => {
    const typed = steps.find((step) => step.type === 'change') as Schema.ChangeStep;
    expect(typed.value).toBe('张三');
    expect(recorderJson(walkedReport(), { values: { 姓名: '李四' } })).toContain('"value": "李四"');
  });

  it('leaves out what follows by itself: a submit after its button, a tick after its label', () => {
    const clicks = steps.filter((step): step is Schema.ClickStep => step.type === 'click');
    expect(clicks.map((step) => step.selectors[0])).toEqual([
      ['aria/在线办理[role="button"]'],
      ['aria/我已阅读[role="button"]'],
      ['aria/提交申请[role="button"]'],
    ]);
  });

  it('keeps an upload as a custom step with kind, size and the button that opened the dialog', () => {
    const [upload] = custom(steps, 'upload');
    expect(upload?.parameters).toMatchObject({ files: [{ extension: 'pdf', bytes: 2048 }] });
    expect(JSON.stringify(upload?.parameters)).toContain('选择文件');
  });

  it('waits for frames before it acts in one, level by level', () => {
    const at = steps.findIndex((step) => step.type === 'click' && 'frame' in step && step.frame);
    expect(steps[at]).toMatchObject({ frame: [0, 1] });
    expect(steps.slice(at - 2, at)).toMatchObject([
      { type: 'waitForExpression', expression: 'window.frames.length > 0' },
      { type: 'waitForExpression', expression: 'window.frames.length > 1', frame: [0] },
    ]);
  });

  it('hands over to a person at a sign-in and waits until it is done', () => {
    const at = steps.findIndex((step) => step.type === 'customStep' && step.name === 'zouyibian.signIn');
    expect(steps[at]).toMatchObject({ parameters: { origin: 'https://login.example' } });
    expect(steps[at + 1]).toMatchObject({ expression: 'location.origin !== "https://login.example"' });
  });

  it('carries each pain point with its check item, severity, note and second', () => {
    expect(custom(steps, 'painPoint').map((step) => step.parameters)).toMatchObject([
      { checkItemId: 'c.tong.01', severity: 'serious', note: '又要填一遍', second: 5 },
    ]);
  });

  it('says at its head that what is filled in is fictitious', () => {
    expect(JSON.stringify(custom(steps, 'about')[0]?.parameters)).toContain('虚构占位值');
  });
});

it('keeps a drag as a custom step with where it was held, how far it went and what took it', () => {
  const drop = { by: { x: 5, y: 60 }, selectors: ['#area'], inside: { x: 100, y: 40 } };
  const held = { point: { x: 30, y: 35 }, selectors: ['#native'], drop };
  const steps = stepsOf(
    walkedReport({ visits: [visit(0, '/')], actions: [action(1000, 'drag', '证明', held)] }),
  );
  expect(custom(steps, 'drag')[0]?.parameters).toEqual({
    selectors: [['#native']],
    grip: { x: 20, y: 15 },
    by: { x: 5, y: 60 },
    onto: [['#area']],
    inside: { x: 100, y: 40 },
  });
});

it('names an action that nothing finds again, where it was done', () => {
  const nowhere = action(1000, 'check', '同意', { selectors: [] });
  const steps = stepsOf(
    walkedReport({ visits: [visit(0, '/')], actions: [nowhere, action(2000, 'click', '下一步')] }),
  );
  const [told] = custom(steps, 'undone');
  expect(told?.parameters).toEqual({ what: '勾选：同意' });
  expect(steps.findIndex((step) => step === told)).toBeLessThan(
    steps.findIndex(({ type }) => type === 'click'),
  );
});

describe('what a person is too slow to meet', () => {
  const at = (after: number, label: string) => action(after, 'click', label);
  const expressions = (report: SessionReport) =>
    stepsOf(report).map((step) => (step.type === 'waitForExpression' ? step.expression : step.type));

  it('is waited for before each press but the first on a page', () => {
    const all = expressions(
      walkedReport({
        visits: [visit(0, '/'), visit(2500, '/second')],
        actions: [at(1000, '选这个'), at(2000, '往前'), at(3000, '下一步')],
      }),
    );
    const before = all.flatMap((each, n) =>
      each === 'click' ? [all[n - 1]?.includes('getAnimations')] : [],
    );
    expect(before).toEqual([false, true, false]);
  });

  const dialog = (after: number, detail: string, more: object = {}) => ({
    id: `d${after}`,
    at: t0 + after,
    kind: 'native-dialog' as const,
    tab: 1,
    frame: 0,
    message: '',
    url: '',
    detail,
    ...more,
  });

  it('is answered on the page before the action that brought it, in its frame', () => {
    const all = stepsOf(
      walkedReport({
        visits: [visit(0, '/'), visit(4000, '/second')],
        actions: [at(1000, '查询'), { ...at(2000, '提交'), frame: 5, framePath: [1] }, at(3000, '离开')],
        incidents: [
          dialog(2010, 'confirm', { frame: 5 }),
          dialog(2300, 'alert', { frame: 5 }),
          dialog(4100, 'alert'),
          dialog(2400, 'alert', { tab: 7 }),
        ],
      }),
    );
    const answers = all.flatMap((step, n) =>
      step.type === 'waitForExpression' && step.expression.includes('window[kind]')
        ? [{ kinds: /^\((\[.*?\])/.exec(step.expression)?.[1], frame: step.frame, next: all[n + 1] }]
        : [],
    );
    expect(answers).toMatchObject([
      { kinds: '["confirm","alert"]', frame: [1], next: { type: 'click', frame: [1] } },
    ]);
  });
});

it('goes back and reloads by itself, and ends where the walk did', () => {
  const steps = stepsOf(
    walkedReport({
      visits: [
        visit(0, '/'),
        visit(1500, '/second'),
        visit(4000, '/', { back: true }),
        visit(6000, '/', { transition: 'reload' }),
      ],
      actions: [action(1000, 'click', '往前')],
      painPoints: [],
    }),
  );
  const [back, reload, end] = steps.slice(-3) as Schema.WaitForExpressionStep[];
  expect([back?.expression, reload?.expression]).toEqual([
    expect.stringContaining('history.back()'),
    expect.stringContaining('location.reload()'),
  ]);
  for (const step of [back, reload])
    expect(step?.assertedEvents).toEqual([{ type: 'navigation', url: `${portal}/`, title: '页面' }]);
  const pattern = /RegExp\((".*")\)/.exec(end?.expression ?? '')?.[1] ?? '""';
  expect(new RegExp(JSON.parse(pattern)).test(`${portal}/`)).toBe(true);
});

it('types a number where a field takes nothing else', () => {
  const number = (label: string) =>
    action(1000, 'type', label, { selectors: [`aria/${label}[role="spinbutton"]`] });
  const typed = (label: string) =>
    stepsOf(walkedReport({ visits: [visit(0, '/')], actions: [number(label)] })).find(
      (step) => step.type === 'change',
    );
  expect(typed('家庭人口数')).toMatchObject({ value: '1' });
  expect(typed('收入')).toMatchObject({ value: '100' });
  expect(typed('缴费时间')).toMatchObject({ value: '1' });
});

it('closes an opened tab once the walk goes on in the one before', () => {
  const steps = stepsOf(
    walkedReport({
      visits: [visit(0, '/'), visit(1500, '/form.pdf', { tab: 2, transition: 'link' })],
      actions: [action(1000, 'click', '样表下载'), action(3000, 'click', '下一步')],
    }),
  );
  expect(steps.filter((step) => /close|click/.test(step.type)).map((step) => step.type)).toEqual([
    'click',
    'close',
    'click',
  ]);
  expect(steps.find((step) => step.type === 'close')).toMatchObject({ target: `${portal}/form.pdf` });
});

it('is a recording the player reads, whatever labels and addresses say', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, text, (label, path) => {
      const report = walkedReport({
        visits: [visit(0, '/'), visit(1500, `/${path}`)],
        actions: [action(1000, 'click', label), action(1200, 'type', label), action(1300, 'select', label)],
      });
      expect(stepsOf(report).length).toBeGreaterThan(4);
    }),
  );
});

describe('a tab beside the first', () => {
  /** Steps that name a tab, with their type, and what they wait for. */
  const inTabs = (report: SessionReport) =>
    stepsOf(report).flatMap((step) => {
      if (!('target' in step) || !step.target) return [];
      const waits = step.type === 'waitForExpression' ? / \.?test|location/.exec(step.expression) : null;
      return [`${waits ? 'expect' : step.type} ${step.target.replace(portal, '')}`];
    });
  const press = action(1000, 'click', '在新窗口办理');
  const popup = (after: number, path: string, more: object = {}) =>
    visit(after, path, { tab: 2, transition: 'link', ...more });
  const inPopup = (after: number, label: string) => action(after, 'click', label, { tab: 2, stream: 'st2' });

  it('is looked for where its page has gone on by itself, without a new document', () => {
    const steps = inTabs(
      walkedReport({
        visits: [visit(0, '/'), popup(1200, '/apply'), popup(2500, '/apply/2', { kind: 'route' })],
        actions: [press, inPopup(2000, '下一步'), inPopup(4000, '保存'), action(9000, 'click', '完成')],
        requests: [],
      }),
    );
    expect(steps.filter((step) => /^c/.test(step))).toEqual([
      'click /apply',
      'click /apply/2',
      'close /apply/2',
    ]);
  });

  it('is no empty page that another took the place of', () => {
    const report = walkedReport({
      visits: [visit(0, '/'), popup(1100, '', { url: 'about:blank' }), popup(1900, '/receipt')],
      actions: [press, inPopup(4000, '打印')],
      requests: [],
    });
    expect(inTabs(report)).toEqual(['click /receipt']);
  });

  it('is waited for at the address it comes to, also by way of a sign-in', () => {
    const report = walkedReport({
      visits: [
        visit(0, '/'),
        popup(1200, '', { url: 'https://login.example/authorize', identity: true }),
        popup(1900, '/my'),
      ],
      actions: [press, inPopup(4000, '我的办件')],
      requests: [],
    });
    expect(inTabs(report)).toEqual(['expect /my', 'click /my', 'expect /my']);
    expect(custom(stepsOf(report), 'signIn').map((step) => step.target)).toEqual([undefined]);
  });

  it('is not looked for at the end once it is closed', () => {
    const report = walkedReport({
      visits: [visit(0, '/'), popup(1200, '/sample'), popup(2500, '/sample/2')],
      actions: [press, inPopup(2000, '下一页'), action(9000, 'click', '收起')],
    });
    const end = stepsOf(report).at(-1) as Schema.WaitForExpressionStep;
    expect(end.target).toBeUndefined();
    expect(end.expression).toContain('zwfw');
    expect(end.expression).not.toContain('sample');
  });

  it.each([
    [2100, []],
    [5000, ['close']],
  ])('that is left %s ms after the walk began is closed by hand, or has closed itself', (after, closes) => {
    const report = walkedReport({
      visits: [visit(0, '/'), popup(1200, '/pick'), visit(after, '', { kind: 'tab', url: '' })],
      actions: [press, inPopup(2000, '选定'), action(9000, 'click', '下一步')],
    });
    expect(stepsOf(report).flatMap(({ type }) => (type === 'close' ? [type] : []))).toEqual(closes);
  });

  it.each([
    ['taken into the walk by hand', { transition: undefined }],
    ['whose address was typed', { transition: 'typed' }],
  ])('%s is opened by who plays it', (_, how) => {
    const report = walkedReport({
      visits: [visit(0, '/'), visit(6000, '/other', { tab: 2, ...how })],
      actions: [action(1000, 'click', '查看'), inPopup(8000, '下一步')],
    });
    expect(custom(stepsOf(report), 'undone').map((step) => step.parameters)).toEqual([
      { what: `打开新标签页：${portal}/other`, url: `${portal}/other` },
    ]);
    expect(inTabs(report)[0]).toBe('click /other');
  });

  it('that came back under another number is the one before', () => {
    const report = walkedReport({
      visits: [
        visit(0, '/'),
        popup(1200, '/sample'),
        visit(5000, '', { kind: 'tab', tab: 8, wasTab: 1, url: '' }),
        visit(5100, '/', { tab: 8 }),
      ],
      actions: [press, action(7000, 'click', '下一步', { tab: 8, stream: 'st8' })],
    });
    const steps = stepsOf(report);
    expect(custom(steps, 'undone')).toEqual([]);
    expect(inTabs(report)).toEqual(['close /sample']);
    expect(steps.filter(({ type }) => type === 'click')).toHaveLength(2);
  });
});

it('goes back and forward within a document, and tells one from the other', () => {
  const route = (after: number, path: string, back = false) => visit(after, path, { kind: 'route', back });
  const steps = stepsOf(
    walkedReport({
      visits: [
        visit(0, '/#/'),
        route(1500, '/#/list'),
        route(4000, '/#/', true),
        route(4100, '/#/', true),
        route(8000, '/#/list', true),
        route(12_500, '/#/', true),
      ],
      actions: [action(1000, 'click', '往前'), action(12_000, 'click', '返回')],
      painPoints: [],
    }),
  );
  const goings = steps.flatMap((step) => {
    const went = step.type === 'waitForExpression' && /history\.\w+/.exec(step.expression);
    return went ? [[went[0], step.assertedEvents?.[0]?.url]] : [];
  });
  expect(goings).toEqual([
    ['history.back', `${portal}/#/`],
    ['history.forward', `${portal}/#/list`],
  ]);
});

it('has the size of the page, not of its picture', () => {
  const sizeOf = (more: object) => {
    const shot = { id: 'p', at: t0, tab: 1, why: 'step', object: 'a'.repeat(64), masked: 0, by: 'tab' };
    const screenshots = [{ ...shot, width: 1920, height: 1080, ...more }] as SessionReport['screenshots'];
    const viewport = stepsOf(walkedReport({ screenshots })).find(({ type }) => type === 'setViewport');
    const { width, height } = viewport as Schema.SetViewportStep;
    return [width, height];
  };
  expect(sizeOf({ view: { width: 1280, height: 720 } })).toEqual([1280, 720]);
  expect(sizeOf({})).toEqual([1920, 1080]);
});
