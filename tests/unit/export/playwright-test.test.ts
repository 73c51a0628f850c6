import { stripTypeScriptTypes } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playwrightTest } from '../../../lib/export/playwright-test.ts';
import { action, t0, visit, walkedReport } from './walked-report.ts';

describe('the test source', () => {
  const source = playwrightTest(walkedReport());

  it('is TypeScript', () => {
    expect(() => stripTypeScriptTypes(source, { mode: 'strip' })).not.toThrow();
  });

  it('keeps every placeholder in one table and fills fields from it', () => {
    expect(source).toContain('["姓名"]: "张三"');
    expect(source).toMatch(/await fillIn\(await find\(.+\), values\["姓名"\]/);
  });

  it('looks by role and name first, in the frame by its place', () => {
    expect(source).toContain("const frame0_1 = page.locator('iframe, frame').nth(0).contentFrame()");
    expect(source).toContain('frame0_1.getByRole("button", { name: "提交申请", exact: true })');
  });

  it('uploads a made file of the recorded kind and size through the dialog', () => {
    expect(source).toContain('setFiles([madeFile("pdf", 2048)])');
  });

  it('signs in by what the person running it provides, and notes pain points', () => {
    expect(source).toContain('await signIn(page, "https://login.example");');
    expect(source).toContain('note(info, "痛点", "c.tong.01 serious 又要填一遍");');
  });

  it('expects the address at which the walk ended, whatever the case number', () => {
    const walk = walkedReport({
      visits: [visit(0, '/'), visit(1500, '/result/12990100MB2000035K20261122')],
      actions: [action(1000, 'click', '提交申请')],
    });
    const [, pattern = ''] = /toHaveURL\(new RegExp\((".*")\)\)/.exec(playwrightTest(walk)) ?? [];
    const found = new RegExp(JSON.parse(pattern));
    expect(found.test('https://zwfw.example/result/12990100MB2000035K20270101')).toBe(true);
    expect(found.test('https://zwfw.example/failed/1')).toBe(false);
  });
});

describe('a drag', () => {
  const drag = (more: object = {}) =>
    action(1000, 'drag', '第一志愿', {
      selectors: ['text/第一志愿'],
      point: { x: 30, y: 35 },
      drop: { by: { x: 0, y: 65 } },
      ...more,
    });
  const sourceOf = (...actions: ReturnType<typeof action>[]) =>
    playwrightTest(walkedReport({ visits: [visit(0, '/')], actions }));

  it('goes as far as it went, from where it was taken hold of', () => {
    expect(sourceOf(drag())).toContain(
      'await drag(page, (await find(page.getByText("第一志愿"))), { x: 20, y: 15 }, { x: 0, y: 65 });',
    );
  });

  it('goes onto what took it, to where in that it was dropped', () => {
    const drop = { by: { x: 5, y: 60 }, selectors: ['#area'], inside: { x: 100, y: 40 } };
    expect(sourceOf(drag({ drop }))).toContain(
      '{ x: 5, y: 60 }, await find(page.locator("css=#area")), { x: 100, y: 40 });',
    );
  });

  it('is not followed by the click that the browser makes of its end, and is never a click itself', () => {
    const end = action(1900, 'click', '第一志愿', { point: { x: 31, y: 100 } });
    expect(sourceOf(drag(), end)).not.toContain('.click();');
    expect(sourceOf(drag(), { ...end, point: { x: 31, y: 35 } })).toContain('.click();');
    expect(sourceOf(drag({ drop: undefined }))).not.toContain('.click();');
    expect(sourceOf(drag({ drop: undefined }))).toContain('note(info, \'未重做\', "拖动：第一志愿");');
  });
});

it('an action that nothing finds again is named as not done, where it was', () => {
  const nowhere = action(1000, 'check', '同意', { selectors: [] });
  const source = playwrightTest(walkedReport({ visits: [visit(0, '/')], actions: [nowhere] }));
  expect(source).toContain('note(info, \'未重做\', "勾选：同意");');
});

const nasty = [
  "'",
  '"',
  '`',
  '\\',
  '\n',
  '\r',
  '*/',
  '//',
  '${process.exit()}',
  '</script>',
  '<!--',
  '\u2028',
  '\u2029',
  '\u0000',
  '\ud800',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 6 })), { maxLength: 8 })
  .map((all) => all.join(''));

it('parses whatever labels, names, notes, addresses and selectors say, and lets none of it run', () => {
  fc.assert(
    fc.property(text, text, (words, others) => {
      const report = walkedReport({
        visits: [visit(0, '/'), visit(1500, `/${words}`)],
        actions: [
          action(1000, 'click', words, {
            selectors: [`aria/${words}[role="button"]`, `text/${others}`, others || '#a'],
          }),
          action(1200, 'type', words),
          action(1300, 'drag', words, {
            selectors: [others || '#a'],
            drop: { by: { x: 1, y: 2 }, selectors: [`aria/${words}`, others] },
          }),
          action(1400, 'key', others, { value: { key: words.slice(0, 20) } }),
        ],
        steps: [
          {
            id: 's1',
            from: t0,
            to: t0 + 9000,
            stage: 'find',
            name: words || '步骤',
            tab: 1,
            url: '',
            edited: false,
            identity: false,
            times: { wall: 0, active: 0, waiting: 0, idle: 0, paused: 0 },
          },
        ],
      });
      report.session.item.name = others || '事项';
      for (const point of report.painPoints) point.note = words;
      const source = playwrightTest(report);
      const script = stripTypeScriptTypes(source, { mode: 'strip' });
      // No text ends a script element, a comment or a line, so that nothing but our own code stands outside literals.
      expect(source).not.toMatch(/<\/script|<!--|[\u2028\u2029]/i);
      expect(script).not.toMatch(/^\s*\$\{process/m);
    }),
    { numRuns: 300 },
  );
});

describe('tabs', () => {
  const press = action(1000, 'click', '查看样表');
  const inSecond = (after: number, label: string) => action(after, 'click', label, { tab: 2, stream: 'st2' });
  const linesOf = (report: Parameters<typeof playwrightTest>[0]) =>
    playwrightTest(report)
      .split('\n')
      .map((line) => line.trim());

  it('that no press opened are opened by the test, and no press is waited on for them', () => {
    const lines = linesOf(
      walkedReport({
        visits: [
          visit(0, '/'),
          visit(1500, '/sample', { tab: 3, transition: 'link' }),
          visit(6000, '/other', { tab: 2 }),
        ],
        actions: [press, inSecond(8000, '下一步')],
      }),
    );
    expect(lines).toContain('page2 = await opening_page2;');
    const at = lines.indexOf('page3 = await page.context().newPage();');
    expect(lines.slice(at + 1, at + 3)).toEqual([
      'watchAnswers(page3);',
      'await page3.goto("https://zwfw.example/other");',
    ]);
    expect(lines).toContain('let page3 = page;');
  });

  it('that the test has closed are not looked at in the end', () => {
    const lines = linesOf(
      walkedReport({
        visits: [
          visit(0, '/'),
          visit(1200, '/sample', { tab: 2, transition: 'link' }),
          visit(2500, '/sample/2', { tab: 2, transition: 'link' }),
        ],
        actions: [press, inSecond(2000, '下一页'), action(9000, 'click', '收起')],
      }),
    );
    expect(lines).toContain('await page2.close();');
    expect(lines.filter((line) => /toHaveURL/.test(line))).toEqual([
      expect.stringMatching(/^await expect\(page\)/),
    ]);
  });

  it('go back and forward, also within a document', () => {
    const route = (after: number, path: string, back: boolean) => visit(after, path, { kind: 'route', back });
    const lines = linesOf(
      walkedReport({
        visits: [
          visit(0, '/'),
          route(2000, '/#/a', false),
          route(4000, '/', true),
          route(6000, '/#/a', true),
        ],
        actions: [],
      }),
    );
    expect(lines.filter((line) => /go(Back|Forward)/.test(line))).toEqual([
      'await page.goBack();',
      'await page.goForward();',
    ]);
  });

  it('are declared, whichever are used', () => {
    const tab = fc.integer({ min: 1, max: 5 });
    const after = fc.integer({ min: 0, max: 20_000 });
    const transition = fc.constantFrom('link', 'typed', 'reload', undefined);
    const visits = fc.array(
      fc.record({ after, tab, transition, kind: fc.constantFrom('document', 'route', 'tab', 'wizard') }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(visits, fc.array(fc.record({ after, tab }), { maxLength: 8 }), (came, done) => {
        const source = playwrightTest(
          walkedReport({
            visits: came.map(({ after: at, ...more }) =>
              visit(at, `/${at % 3}`, { ...more, wizardStep: '一' }),
            ),
            actions: done.map(({ after: at, tab: of }) => action(at, 'click', '甲', { tab: of })),
          }),
        );
        const declared = new Set(source.match(/(?<=^ {2}let )page\d+/gm));
        expect([...new Set(source.match(/\bpage\d+/g))].filter((name) => !declared.has(name))).toEqual([]);
      }),
    );
  });
});
