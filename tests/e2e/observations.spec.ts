import { expect, type Page, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { personalValues } from '../portal/people.ts';
import { startPortal } from '../portal/start-portal.ts';
import type { Place } from '../portal/walks/walk.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { walkClean, walkSignals } from '../support/portal-walk.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import type { Portal } from '../support/stack.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

type Row = Record<string, unknown> & { at: number; kind: string; label: string; detail: string; url: string };
type Rows = Record<'actions' | 'fields' | 'waits' | 'sightings' | 'pageTimings' | 'visits', Row[]>;
const tables = ['actions', 'fields', 'waits', 'sightings', 'pageTimings', 'visits'] as const;

/** What the recorder notes beside replay and incidents: one walk that meets everything, one that meets nothing. */
let portal: Portal;
let browser: ExtensionBrowser;
let met: Rows;
let clean: Rows;

test.describe.configure({ mode: 'serial' });

async function rowsOf(panel: Page): Promise<Rows> {
  const sessionId = await newestSession(panel);
  const read = async (table: string) =>
    (await readTable(panel, table))
      .filter((row) => row.sessionId === sessionId)
      .sort((a, b) => Number(a.at) - Number(b.at)) as Row[];
  const all = await Promise.all(tables.map(async (table) => [table, await read(table)] as const));
  return Object.fromEntries(all) as Rows;
}

/** What the page shows at a place for the recorder to see; the next act may take it away again. */
const shownAt: Partial<Record<Place, string>> = {
  'search-empty': 'search-result',
  blank: 'blank-page',
  'browser-notice': 'browser-incompat',
  'file-too-big': 'file-refused',
  'material-again': 'material',
  'session-ended': 'session-timeout',
  'sent-away': 'channel-switch',
};

/** The proof that is refused at a place, and has to be given again. */
const refusedAt: Partial<Record<Place, string>> = { 'login-refused': 'captcha', 'code-refused': 'sms' };

/** People look at a page before they act; by then the recorder runs, of which the bar is the last to come, and has looked. */
function asPeopleDo(panel: Page) {
  return async (place: Place, page: Page): Promise<void> => {
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    const kind = shownAt[place];
    const seen = async () => (await readTable(panel, 'sightings')).map((row) => row.kind);
    if (kind) await expect.poll(seen, { timeout: 20_000 }).toContain(kind);
    const refused = refusedAt[place];
    const ends = async () =>
      (await readTable(panel, 'waits')).map((row) => `${String(row.kind)} ${String(row.outcome)}`);
    if (refused) await expect.poll(ends, { timeout: 20_000 }).toContain(`${refused} failed`);
    await page.waitForTimeout(600);
  };
}

async function record(walk: (page: Page, panel: Page) => Promise<unknown>, item: string): Promise<Rows> {
  const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  await startWalk(panel, { programme: '威海走流程试点（2023）', item });
  await walk(page, panel);
  await finishWalk(panel, '提交前止步');
  return rowsOf(panel);
}

/** How long the residence page (tests/portal/static/portal/residence.js) keeps people waiting, ms. */
const plantedWaits = { scan: 4000, spinner: 5000, queue: 5000 };

const sightings = (rows: Rows, kind: string) => rows.sightings.filter((row) => row.kind === kind);
const waits = (rows: Rows, kind: string) => rows.waits.filter((row) => row.kind === kind);
const lasted = (row: Row | undefined) => Number(row?.to) - Number(row?.at);
const clicked = (rows: Rows, label: string) =>
  rows.actions.filter((row) => row.kind === 'click' && row.label === label);

/** A page of the portal with something that moves by itself and presses that do something, nothing, or only look so. */
const lab = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>按钮</title>
<style>button:hover{color:red} .hand{cursor:pointer}</style><style id="large" media="all">body{font-size:20px}</style></head><body><main>
<div id="carousel"><p>第一幅</p></div><p id="clock">0</p>
<button id="dead" class="plain">没有反应</button>
<button id="ripple">只有波纹</button>
<button id="live">有反应</button>
<span class="hand" id="hand">像按钮的字</span>
<p id="words">这里只是一段说明文字，点击它不应当有任何反应。</p>
<button id="asks">只发请求</button>
<button id="later">问了许多以后</button>
<button id="prints">打印</button>
<button id="larger">大字版</button>
<button id="rules">高对比</button>
<button id="saves">下载样表</button>
<button id="still">按了再去填</button><button id="soon">按了马上去填</button><button id="asked">问了再按别的</button>
<input id="field" aria-label="编号"><div id="editor" contenteditable aria-label="正文"></div><div id="chat" contenteditable aria-label="留言"></div>
<a href="#nowhere" id="anchor">没有去处的锚点</a><p id="out"></p></main><script>
let n = 0;
setInterval(() => { n += 1; clock.textContent = n; carousel.replaceChildren(Object.assign(document.createElement('p'), { textContent: '第' + n + '幅' })); }, 800);
ripple.onclick = () => { const wave = document.createElement('span'); wave.className = 'ripple'; ripple.classList.add('is-pressed'); ripple.append(wave); ripple.style.transform = 'scale(.98)'; };
live.onclick = () => { setTimeout(() => { out.textContent = '好了'; }, 300); };
large.sheet.disabled = true;
prints.onclick = () => print();
larger.onclick = () => { large.sheet.disabled = !large.sheet.disabled; };
rules.onclick = () => { large.sheet.insertRule('main { background: black; color: yellow }'); };
saves.onclick = () => { Object.assign(document.createElement('a'), { href: 'data:text/plain,1', download: '样表.txt' }).click(); };
asks.onclick = () => { fetch('/page/help').then((answer) => answer.text()); };
asked.onclick = () => { fetch('/page/help').then((answer) => answer.text()); };
chat.onkeydown = (event) => { if (event.key === 'Enter') event.preventDefault(); };
later.onclick = () => { fetch('/page/about').then((answer) => answer.text()); };
</script></body></html>`;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
  met = await record(
    (page, panel) => walkSignals(page, portal.origins, { at: asPeopleDo(panel) }),
    '居住证积分申报',
  );
  clean = await record(
    (page, panel) => walkClean(page, portal.origins, { at: asPeopleDo(panel) }),
    '读者证办理',
  );
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

test('each field of the form is met once, with its kind, and whether it is required, filled in or closed', () => {
  const asked = met.fields.filter((row) => row.url.includes('/handle/') && row.kind !== 'search');
  const known = Object.fromEntries(
    asked.map((row) => [
      row.label,
      [row.kind, row.required && '必填', row.prefilled && '已回填', row.readonly && '只读']
        .filter(Boolean)
        .join(' '),
    ]),
  );
  expect(known).toEqual({
    本人手机号码: 'text 必填 已回填',
    短信验证码: 'one-time-code 必填',
    申报人: 'text 必填 已回填 只读',
    居住区: 'choice 必填',
    工作单位: 'text 必填',
    备注: 'text',
    申报类型: 'choice 已回填',
    居住证明: 'file',
    劳动合同: 'file',
  });
  expect(asked).toHaveLength(9);
});

test('waits have their kind, their length and their end', () => {
  expect(waits(met, 'captcha').map((row) => row.outcome)).toEqual(['failed', 'passed']);
  expect(waits(met, 'sms').map((row) => row.outcome)).toEqual(['failed', 'passed']);
  expect(waits(met, 'scan').map((row) => row.outcome)).toEqual(['passed']);
  expect(waits(met, 'spinner')).toHaveLength(1);
  expect(waits(met, 'queue')).toHaveLength(1);
  // A busy machine shows them late to everybody; what is seen of each is the greater part.
  for (const [kind, planted] of Object.entries(plantedWaits))
    expect(lasted(waits(met, kind)[0]), kind).toBeGreaterThan(planted / 2);
});

test('what the pages say of themselves is seen, with its kind', () => {
  expect(sightings(met, 'search-result').map((row) => row.count)).toEqual([0, 1]);
  expect(sightings(met, 'blank-page').map((row) => new URL(row.url).pathname)).toEqual([
    '/residence/example',
  ]);
  expect(sightings(met, 'download').map((row) => row.detail)).toEqual(['doc']);
  expect(sightings(met, 'browser-incompat').map((row) => row.text)).toEqual([
    '请使用IE浏览器并安装签名控件后再试',
  ]);
  expect(sightings(met, 'file-refused').map((row) => row.text)).toEqual(['文件大小超过200KB，不支持上传']);
  expect(sightings(met, 'material').map((row) => row.detail)).toEqual(['again']);
  expect(sightings(met, 'session-timeout')).toHaveLength(1);
  expect(sightings(met, 'channel-switch').map((row) => row.detail)).toEqual(['window']);
  expect(sightings(met, 'auth-step').map((row) => row.detail)).toEqual(
    expect.arrayContaining(['password', 'captcha', 'real-name', 'sms', 'scan']),
  );
  expect(sightings(met, 'login-form').map((row) => row.detail)).toEqual(['password', 'password']);
});

test('a press tells how long the page took to react, and null when it did not', () => {
  expect(clicked(met, '测算积分').map((row) => [row.role, row.reactedMs])).toEqual(
    Array.from({ length: 3 }, () => ['clickable', null]),
  );
  for (const label of ['获取验证码', '在线签名', '积分政策解读', '填写示例', '在线办理', '提交申报'])
    for (const row of clicked(met, label)) expect(row.reactedMs, label).toBeLessThan(2000);
  expect(met.actions.filter((row) => row.reactedMs === null)).toHaveLength(3);
});

test('each document tells its own timings, once', () => {
  const documents = met.visits.filter((row) => row.kind === 'document' && !row.identity);
  expect(met.pageTimings.length).toBeGreaterThanOrEqual(documents.length - 1);
  expect(new Set(met.pageTimings.map((row) => row.stream)).size).toBe(met.pageTimings.length);
  for (const row of met.pageTimings) {
    expect(row.id).toBe(row.stream);
    for (const name of ['ttfb', 'fcp', 'lcp', 'cls', 'load', 'domContentLoaded'])
      expect(row[name], `${name} of ${row.url}`).toBeGreaterThanOrEqual(0);
  }
  expect(met.pageTimings.some((row) => Number(row.inp) > 0)).toBe(true);
});

test('from the unified login come kinds and times: no words, no path', () => {
  const rows = tables
    .flatMap((table) => met[table])
    .filter((row) => String(row.stream).startsWith('identity.'));
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows) {
    expect(Object.keys(row).sort().join()).toMatch(
      /^at,detail,frame,id,kind,(?:outcome,sessionId,stream,tab,to|sessionId,stream,tab,text,url)$/,
    );
    expect(row.text ?? '').toBe('');
    expect(['', 'password', 'captcha', 'before']).toContain(row.detail);
    if (row.url !== undefined) expect(row.url).toBe(`${portal.origins.login}/`);
  }
  expect(
    [...met.actions, ...met.fields, ...met.pageTimings].filter((row) => row.url.includes('login.')),
  ).toEqual([]);
});

test('no value and no personal data is in any of the rows', () => {
  const all = JSON.stringify([met, clean]);
  for (const value of personalValues()) expect(all.includes(value), value).toBe(false);
  for (const typed of ['246810', '111111']) expect(all).not.toContain(typed);
});

test('on the clean walk nothing of it is found', () => {
  expect(clean.waits).toEqual([]);
  expect(clean.sightings.map((row) => [row.kind, row.count])).toEqual([['search-result', 1]]);
  expect(clean.actions.filter((row) => row.reactedMs === null)).toEqual([]);
  const asked = clean.fields.filter((row) => row.url.includes('/handle/') && row.kind !== 'search');
  expect(asked.map((row) => row.label).sort()).toEqual(
    ['姓名', '常去的图书馆', '我已阅读并同意《读者须知》', '手机号码', '读者证形式'].sort(),
  );
});

test('what moves by itself and what only dresses for the press is no reaction; words are no button', async () => {
  test.setTimeout(150_000);
  const rows = await record(async (page) => {
    await page.route('**/lab', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: lab }),
    );
    await page.goto(`${portal.origins.portal}/lab`);
    // Until the carousel has shown that it moves by itself; a slow one is known for it longer on a busy machine.
    await page.waitForFunction(() => Number(document.getElementById('clock')?.textContent) >= 8);
    for (const id of [
      'dead',
      'ripple',
      'live',
      'hand',
      'words',
      'asks',
      'anchor',
      'prints',
      'larger',
      'rules',
      'saves',
    ]) {
      await page.locator(`#${id}`).click();
      await page.waitForTimeout(2400);
    }
    // The walker goes on to something else before a press has been watched to the end.
    for (const [id, ms, next] of [
      ['still', 1300, 'field'],
      ['soon', 300, 'field'],
      ['asked', 1300, 'dead'],
    ] as const) {
      await page.locator(`#${id}`).click();
      await page.waitForTimeout(ms);
      await page.locator(`#${next}`).click();
      await page.waitForTimeout(2400);
    }
    for (const id of ['editor', 'chat']) {
      await page.locator(`#${id}`).click();
      await page.keyboard.type('甲');
      await page.keyboard.press('Enter');
      // No hand is quicker.
      await page.waitForTimeout(200);
      await page.keyboard.type('乙');
      await page.waitForTimeout(300);
    }
    // More than a browser remembers of a page.
    await page.evaluate(async () => {
      for (let n = 0; n < 26; n += 1)
        await Promise.all(Array.from({ length: 10 }, (_, at) => fetch(`/static/emblem.svg?${n}-${at}`)));
    });
    await page.locator('#later').click();
    await page.waitForTimeout(2400);
  }, '读者证办理');
  const reacted = (label: string) => clicked(rows, label).map((row) => row.reactedMs);
  expect(reacted('没有反应')).toEqual([null, null]);
  // That a field was gone into is the walker's doing.
  expect(reacted('按了再去填')).toEqual([null]);
  expect(reacted('按了马上去填')).toEqual([undefined]);
  expect(reacted('问了再按别的')[0]).toBeLessThan(1000);
  expect(reacted('只有波纹')).toEqual([null]);
  expect(reacted('像按钮的字')).toEqual([null]);
  expect(reacted('有反应')[0]).toBeGreaterThan(250);
  expect(reacted('只发请求')[0]).toBeLessThan(2000);
  expect(reacted('问了许多以后')[0]).toBeLessThan(2000);
  // No change of the document: a print, another style sheet, another rule, a file from a link that is in no page.
  for (const label of ['打印', '大字版', '高对比', '下载样表'])
    expect(reacted(label)[0], label).toBeLessThan(2000);
  // In an editor Enter is written, where the page takes it for its own it acts.
  expect(rows.actions.filter(({ kind }) => kind === 'key').map(({ label }) => label)).toEqual(['留言']);
  expect(rows.actions.find((row) => row.label.startsWith('这里只是'))).not.toHaveProperty('reactedMs');
});
