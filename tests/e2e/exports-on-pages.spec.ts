import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { playwrightTest } from '../../lib/export/playwright-test.ts';
import { recorderJson } from '../../lib/export/recorder-json.ts';
import type { Incident } from '../../lib/model/incident.ts';
import { playRecording } from '../support/play-recording.ts';
import { runPlaywrightTest } from '../support/run-playwright-test.ts';
import { action, t0, visit, walkedReport } from '../unit/export/walked-report.ts';

/** Pages on which a tool, quicker and blinder than a person, comes to grief; run by the tools without any help of ours. */

const page = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** A list that takes 600 ms to close, and takes no press meanwhile; something beside it turns for ever. */
const list = page(
  '选择',
  `<style>@keyframes turn { to { transform: rotate(1turn) } } @keyframes close { to { opacity: 0 } }
    #turning { animation: turn 1s infinite linear } .closing { animation: close .6s }</style>
  <i id="turning">○</i> <p id="list">列表</p>
  <button id="choose">选这个</button> <button id="next">下一步</button> <p id="said"></p>
  <button id="ask">提交</button> <p id="answer"></p> <p id="loads"></p> <a id="on" href="/second">往前</a>
  <script>
    const field = (id) => document.getElementById(id);
    let closing = false;
    field('choose').onclick = () => { closing = true; field('list').className = 'closing'; };
    field('list').onanimationend = () => { closing = false; };
    field('next').onclick = () => { field('said').textContent = closing ? '还在收起' : '到了下一步'; };
    field('ask').onclick = () => { alert('请核对'); const sure = confirm('确定吗'); alert('好'); field('answer').textContent = sure ? '已确定' : '未确定'; };
    onpageshow = () => {
      sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
      field('loads').textContent = '第' + sessionStorage.loads + '次打开';
    };
  </script>`,
);

const kinds = [
  ['text', '家庭住址', ''],
  ['number', '家庭人口数', 'min="2" max="20"'],
  ['number', '月工资', 'min="500" step="500"'],
  ['range', '满意程度', 'min="10" max="50" step="10"'],
  ['month', '缴费月份', 'min="2020-01"'],
  ['week', '预约周', ''],
  ['time', '预约时间', 'min="10:00" max="16:00"'],
  ['datetime-local', '到场时间', ''],
  ['date', '预约日期', 'min="2031-05-01"'],
  ['color', '证件底色', ''],
] as const;
const form = page(
  '表单',
  `<form>${kinds
    .map(
      ([type, label, limits], n) =>
        `<p><label for="f${n}">${label}</label> <input id="f${n}" type="${type}" required ${limits}></p>`,
    )
    .join('')}</form>`,
);

/** One document with three places; counts how it came to each. */
const places = page(
  '一页',
  `<a id="to-a" href="#/a">甲</a> <p id="said"></p> <button id="count">数一数</button>
  <script>
    const came = [];
    onhashchange = () => came.push(location.hash);
    document.getElementById('count').onclick = () => { document.getElementById('said').textContent = came.join(' '); };
  </script>`,
);
/** Opens a window that first is empty, goes on by way of a sign-in, then by a route, and closes itself when something is picked. */
const opener = page(
  '主页',
  `<button id="open">选择单位</button> <p id="picked"></p> <button id="done">完成</button> <p id="end"></p>
  <script>
    document.getElementById('open').onclick = () => {
      const opened = window.open('about:blank', '', 'width=500,height=400');
      setTimeout(() => { opened.location.href = '/hop'; }, 300);
    };
    document.getElementById('done').onclick = () => { document.getElementById('end').textContent = '办完了'; };
  </script>`,
);
const hop = page('登录', '<script>setTimeout(() => location.replace("/pick"), 300)</script>');
const pick = page(
  '选择',
  `<button id="more">展开</button> <button id="this" hidden>人社局</button>
  <script>
    const by = (id) => document.getElementById(id);
    by('more').onclick = () => { history.pushState(null, '', '/pick/more'); by('this').hidden = false; };
    by('this').onclick = () => { opener.document.getElementById('picked').textContent = '人社局'; close(); };
  </script>`,
);

const pages: Record<string, string> = {
  '/places': places,
  '/opener': opener,
  '/hop': hop,
  '/pick': pick,
  '/list': list,
  '/second': page('第二页', '<p>到了</p>'),
  '/form': form,
};

let server: Server;
let origin = '';
test.beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[new URL(request.url ?? '/', 'http://localhost').pathname] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

const at = (after: number, path: string, more: object = {}) =>
  visit(after, path, { url: `${origin}${path}`, ...more });
const press = (after: number, id: string) =>
  action(after, 'click', id, { selectors: [`#${id}`], rect: undefined });
const dialog = (after: number, detail: string): Incident => ({
  id: `dialog-${after}`,
  at: t0 + after,
  kind: 'native-dialog',
  tab: 1,
  frame: 0,
  message: '',
  url: '',
  detail,
});

test('the recording waits for what is closing, answers native dialogs, goes back and reloads, in the tool as it comes', async () => {
  const report = walkedReport({
    visits: [
      at(0, '/list', { transition: 'typed' }),
      at(3100, '/second', { transition: 'link' }),
      at(5000, '/list', { transition: 'link', back: true }),
      at(7000, '/list', { transition: 'reload' }),
    ],
    actions: [press(1000, 'choose'), press(2000, 'next'), press(3000, 'on'), press(8000, 'ask')],
    incidents: [dialog(8010, 'alert'), dialog(8500, 'confirm'), dialog(8700, 'alert')],
    requests: [],
    painPoints: [],
  });
  // What the page said before it was left is told by the next press that was lost on it.
  const early = walkedReport({
    ...report,
    visits: report.visits.slice(0, 1),
    actions: report.actions.slice(0, 2),
    incidents: [],
  });
  const first = await playRecording(recorderJson(early), { signIn: async () => {}, plain: true });
  expect(first.text).toContain('到了下一步');
  const end = await playRecording(recorderJson(report), { signIn: async () => {}, plain: true });
  expect(end.url).toBe(`${origin}/list`);
  expect(end.text).toContain('已确定');
  expect(end.text).toContain('第3次打开');
});

test('the Playwright test fills in fields of every type with something they take', async () => {
  test.setTimeout(60_000);
  const report = walkedReport({
    visits: [at(0, '/form', { transition: 'typed' })],
    actions: kinds.map(([, label], n) => action(1000 + n, 'type', label, { selectors: [`#f${n}`] })),
    requests: [],
    painPoints: [],
  });
  const valid = `  expect(await page.locator('input').evaluateAll((all) => all.filter((each) => !(each as HTMLInputElement).value || !(each as HTMLInputElement).checkValidity()).map((each) => each.id))).toEqual([]);
  expect(await page.locator('#f4').inputValue()).toBe('2023-07');
});
`;
  const { code, output } = await runPlaywrightTest(
    test.info().outputPath('exported'),
    playwrightTest(report).replace(/\}\);\s*$/, valid),
    { ZYB_VALUES: JSON.stringify({ 缴费月份: '2023-07' }) },
  );
  expect(code, output).toBe(0);
});

const backAndForward = () =>
  walkedReport({
    visits: [
      at(0, '/places', { transition: 'typed' }),
      at(1100, '/places#/a', { kind: 'route' }),
      at(4000, '/places', { kind: 'route', back: true }),
      at(7000, '/places#/a', { kind: 'route', back: true }),
    ],
    actions: [press(1000, 'to-a'), press(9000, 'count')],
    requests: [],
    painPoints: [],
  });

/** A window that is empty first, hops over a sign-in, moves by a route and closes itself, with the walk going on beside it. */
const selfClosing = () => {
  const inWindow = (after: number, path: string, more: object = {}) =>
    at(after, path, { tab: 2, transition: 'link', ...more });
  return walkedReport({
    visits: [
      at(0, '/opener', { transition: 'typed' }),
      inWindow(1100, '', { url: 'about:blank' }),
      inWindow(1400, '/hop', { identity: true }),
      inWindow(1800, '/pick'),
      inWindow(3010, '/pick/more', { kind: 'route' }),
      at(4100, '', { kind: 'tab', url: '' }),
    ],
    actions: [
      press(1000, 'open'),
      { ...press(3000, 'more'), tab: 2, stream: 'st2' },
      { ...press(4000, 'this'), tab: 2, stream: 'st2' },
      press(6000, 'done'),
    ],
    requests: [],
    painPoints: [],
  });
};

test('the recording goes back and forward within a document, and follows a window to its end, in the tool as it comes', async () => {
  test.setTimeout(120_000);
  const plain = { signIn: async () => {}, plain: true };
  const end = await playRecording(recorderJson(backAndForward()), plain);
  expect(end.text).toContain('#/a #/a');
  const closed = await playRecording(recorderJson(selfClosing()), plain);
  expect(closed.text).toContain('人社局');
  expect(closed.text).toContain('办完了');
});

test('the Playwright test does the same', async () => {
  test.setTimeout(120_000);
  const run = (name: string, source: string, check: string) =>
    runPlaywrightTest(test.info().outputPath(name), source.replace(/\}\);\s*$/, `  ${check}\n});\n`), {});
  const went = await run(
    'places',
    playwrightTest(backAndForward()),
    "await expect(page.locator('#said')).toHaveText('#/a #/a');",
  );
  expect(went.code, went.output).toBe(0);
  // Sign-in and portal are of one origin here: leaving it cannot be waited for.
  const closed = await run(
    'closing',
    playwrightTest(selfClosing()).replace(/await signIn\(.*\);/, ''),
    "await expect(page.locator('#picked')).toHaveText('人社局'); await expect(page.locator('#end')).toHaveText('办完了');",
  );
  expect(closed.code, closed.output).toBe(0);
});
