import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { createRedactor, isPersonalBeside, type Redactor } from '../../../lib/redact/index.ts';
import { pageOf } from './page-of.ts';

let redactor: Redactor;

beforeEach(() => {
  redactor = createRedactor();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Each time a page of its own: what was found in one is remembered for the next picture of it. */
async function freshMeasure() {
  vi.resetModules();
  return await import('../../../lib/capture/measure-frame.ts');
}

async function measure(html: string) {
  const { measureFrame, paintBesideLabels } = await freshMeasure();
  paintBesideLabels(isPersonalBeside);
  pageOf(html);
  // Of a list nothing is chosen here.
  for (const list of document.querySelectorAll('select')) Object.defineProperty(list, 'value', { value: '' });
  return measureFrame('t', new Map(), redactor.sensitiveRanges)?.sensitive;
}
/** As masking the page's events would have taught it. */
const learn = (label: string, value: string) => redactor.redactLabelled(label, value);
const here = [[10, 20, 100, 30]];
const box = 'box="10,20,100,30"';

describe('text', () => {
  it('is painted where a number stands, and nowhere else', async () => {
    expect(
      await measure(`<p box="0,0,110,20">手机13800138000</p><p box="0,40,110,20">承诺5个工作日</p>`),
    ).toEqual([[Math.floor((110 / 13) * 2), 0, Math.ceil((110 / 13) * 11), 20]]);
  });

  it.each([
    ['a name of no listed family', '姓名', '禤国维', `<p><span>姓名</span> <span ${box}>禤国维</span></p>`],
    ['the same, far from its label', '姓名', '扎西次仁', `<div ${box}>扎西次仁</div>`],
    ['a code below its header', '验证码', '483920', `<table><tr><td ${box}>483920</td></tr></table>`],
    ['a short address', '家庭住址', '城关三组', `<li ${box}>城关三组</li>`],
  ])('%s is painted as soon as the replay has masked it by its label', async (_what, label, value, html) => {
    expect(await measure(html)).toEqual([]);
    learn(label, value);
    expect(await measure(html)).toEqual(here);
  });

  it('what a label has named is painted without the blanks around it', async () => {
    learn('姓名', '禤国维');
    expect(await measure(`<p ${box}> 禤国维 </p>`)).toEqual([[30, 20, 60, 30]]);
  });

  it('behind a label in the cell before it is painted, known or not', async () => {
    expect(await measure(`<table><tr><td>姓名</td><td ${box}>某某某</td></tr></table>`)).toEqual(here);
  });

  it.each([
    ['证件号码', '990102197803071234'],
    ['出生日期', '1978-03-07'],
  ])('%s in the cell before it is painted', async (label, value) => {
    expect(await measure(`<table><tr><td>${label}</td><td ${box}>${value}</td></tr></table>`)).toEqual(here);
  });

  it('beside a label of nothing personal only what is personal is painted, not the whole cell', async () => {
    const html = `<table><tr><td>办理说明</td><td box="0,0,110,20">手机13800138000</td></tr></table>`;
    expect(await measure(html)).toEqual([[Math.floor((110 / 13) * 2), 0, Math.ceil((110 / 13) * 11), 20]]);
  });

  it.each([
    ['居民身份证', '电子证照'],
    ['银行卡', '原件'],
    ['咨询电话', '12345'],
  ])('a guide’s word beside "%s" stays to be read', async (label, value) => {
    expect(await measure(`<table><tr><td>${label}</td><td ${box}>${value}</td></tr></table>`)).toEqual([]);
  });

  it('out of sight is not told of', async () => {
    expect(await measure('<p box="0,900,110,20">13800138000</p>')).toEqual([]);
  });
});

describe('what was found serves the second look for a picture', () => {
  /** What each look finds; between the two the page is changed and `records` tell of it. */
  async function measureTwice(html: string, change: () => void, records: () => object[]) {
    vi.resetModules();
    const { measureFrame } = await import('../../../lib/capture/measure-frame.ts');
    pageOf(html);
    vi.stubGlobal(
      'MutationObserver',
      class {
        observe() {}
        disconnect() {}
        takeRecords = records;
      },
    );
    const look = () => measureFrame('t', new Map(), redactor.sensitiveRanges)?.sensitive;
    const before = look();
    change();
    return [before, look()];
  }
  const html = '<div data-zyb-bar></div><p box="10,20,110,30"></p>';
  const write = () => document.querySelector('p')?.append('13800138000');
  const recordsOf = (selector: string) => [{ type: 'attributes', target: document.querySelector(selector) }];

  it('until anything has changed', async () => {
    expect(await measureTwice(html, write, () => recordsOf('p'))).toEqual([[], [[10, 20, 110, 30]]]);
  });

  it('and a bar that was hidden for the picture is no change', async () => {
    expect(await measureTwice(html, write, () => recordsOf('[data-zyb-bar]'))).toEqual([[], []]);
  });

  it('but what is in a field is read each time', async () => {
    const fill = () => document.querySelector('input')?.setAttribute('value', '甲');
    expect(await measureTwice(`<input ${box}>`, fill, () => [])).toEqual([[], here]);
  });
});

describe('words that a style sheet writes', () => {
  it.each([
    ['few attributes', 1],
    ['many', 100],
  ])('from an attribute are painted: of %s', async (_what, count) => {
    vi.resetModules();
    const { measureFrame } = await import('../../../lib/capture/measure-frame.ts');
    const others = '<i title="办理须知"></i>'.repeat(count - 1);
    pageOf(`${others}<p title="13800138000" ${box}></p><p title="13900139000" class="plain" ${box}></p>`);
    const linked = { ownerNode: { nodeName: 'LINK', localName: 'link' } };
    Object.defineProperty(document, 'styleSheets', { value: [linked] });
    vi.stubGlobal('getComputedStyle', (element: Element, part?: string) => ({
      content: part === '::after' && !element.className ? `"${element.getAttribute('title')}"` : 'none',
    }));
    expect(measureFrame('t', new Map(), redactor.sensitiveRanges)?.sensitive).toEqual(here);
  });
});

test('a sheet that an XHTML page links to is not read as one of its own', async () => {
  const { measureFrame } = await freshMeasure();
  pageOf(`<p title="13800138000" ${box}></p>`);
  const linked = {
    ownerNode: { nodeName: 'link', localName: 'link', textContent: '' },
    get cssRules(): never {
      throw new Error('of another origin');
    },
  };
  Object.defineProperty(document, 'styleSheets', { value: [linked] });
  expect(measureFrame('t', new Map(), redactor.sensitiveRanges)?.sensitive).toEqual([]);
});

describe('fields', () => {
  it.each([
    ['with something in it', `<input value="a" ${box}>`],
    ['whose hint holds a number', `<input placeholder="如13800138000" ${box}>`],
    ['that is a button with a number', `<input type="button" value="给13800138000发送" ${box}>`],
    ['that submits with a number', `<input type="submit" value="13800138000 登录" ${box}>`],
    [
      'that are open lists of which nothing is chosen yet',
      `<select size="3" ${box}><option value="">13800138000</option></select>`,
    ],
    [
      'that are open lists for many, in groups',
      `<select multiple ${box}><optgroup label="家人"><option>13800138000</option></optgroup></select>`,
    ],
    [
      'that are open lists with a number over a group',
      `<select multiple ${box}><optgroup label="13800138000"><option>甲</option></optgroup></select>`,
    ],
  ])('%s are painted', async (_what, html) => {
    expect(await measure(html)).toEqual(here);
  });

  it.each([
    ['empty ones', `<input placeholder="请输入" ${box}>`],
    ['buttons that say what they do', `<input type="submit" value="提交" ${box}>`],
    ['boxes to tick', `<input type="checkbox" value="1" ${box}>`],
    ['open lists of services', `<select size="3" ${box}><option value="">落户</option></select>`],
  ])('%s are not', async (_what, html) => {
    expect(await measure(html)).toEqual([]);
  });

  it('a document that can be written in is one', async () => {
    const { measureFrame } = await freshMeasure();
    pageOf('<p>申请理由</p>');
    document.body.setAttribute('box', '10,20,100,30');
    const look = () => measureFrame('t', new Map(), redactor.sensitiveRanges)?.sensitive;
    expect(look()).toEqual([]);
    Object.assign(document, { designMode: 'on' });
    expect(look()).toEqual(here);
  });
});

const long = 'A'.repeat(4000);

describe('pictures of a person or of somebody’s papers are painted', () => {
  it.each([
    ['a PDF', `<embed src="/files/1.pdf" type="application/pdf" ${box}>`],
    ['a document without a type', `<object data="/files/view?id=3" ${box}></object>`],
    ['a face by its class', `<img class="user-avatar" src="/files/a.png" ${box}>`],
    [
      'a face drawn behind a box',
      `<div class="user-avatar" style="background-image:url(/files/a.png)" ${box}></div>`,
    ],
    ['a face behind a box by its address', `<i style="background:url('/avatar/1234.jpg')" ${box}></i>`],
    ['a preview of a chosen file', `<img src="blob:https://a.example/1" ${box}>`],
    ['a preview as text', `<img src="data:image/jpeg;base64,${long}" ${box}>`],
    [
      'a preview behind a box',
      `<div style="background-image:url(data:image/png;base64,${long})" ${box}></div>`,
    ],
    ['a signature by its class', `<canvas class="sign-canvas" ${box}></canvas>`],
    ['a signature by the id of its box', `<div id="esign"><canvas ${box}></canvas></div>`],
    ['a signature by the words before it', `<p>本人签名：</p><div><canvas ${box}></canvas></div>`],
    ['a captcha that is a button', `<input type="image" src="/captcha.do" ${box}>`],
  ])('%s', async (_what, html) => {
    expect(await measure(html)).toEqual(here);
  });
});

describe('other pictures stay', () => {
  it.each([
    ['a chart', `<p>办件趋势</p><canvas class="chart" ${box}></canvas>`],
    ['a drawing as an object', `<object data="/static/map.svg" ${box}></object>`],
    ['a banner', `<img src="/static/img/banner.png" ${box}>`],
    ['a background of the site', `<div style="background:url(/static/img/bg.png)" ${box}></div>`],
    ['an icon as text', `<img src="data:image/png;base64,${long}" box="10,20,24,24">`],
    ['an icon made in the page', '<img src="blob:https://a.example/1" box="10,20,24,24">'],
    ['a small ornament as text', `<img src="data:image/png;base64,AAAA" ${box}>`],
    ['a design', `<canvas class="design-board" ${box}></canvas>`],
    ['a box without a picture', `<div class="avatar" ${box}></div>`],
  ])('%s', async (_what, html) => {
    expect(await measure(html)).toEqual([]);
  });
});

describe('frames are told with the box of what is in them', () => {
  /** linkedom lays nothing out: sizes without transforms, and styles, are attributes here. */
  async function framesOf(html: string, styles: (element: Element) => object = () => ({})) {
    const { measureFrame } = await freshMeasure();
    pageOf(html);
    vi.stubGlobal('getComputedStyle', (element: Element) => ({ content: 'none', ...styles(element) }));
    for (const root of [document, ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot)])
      for (const each of root?.querySelectorAll('iframe') ?? []) {
        const [width, height] = (each.getAttribute('laid') ?? '').split(',').map(Number);
        Object.assign(each, { offsetWidth: width, offsetHeight: height });
      }
    const tokens = new Map([...document.querySelectorAll('iframe')].map((each, n) => [`child${n}`, each]));
    return measureFrame('t', tokens, redactor.sensitiveRanges)?.children;
  }
  const bordered = { borderLeftWidth: '2px', borderTopWidth: '3px', paddingLeft: '5px', paddingTop: '4px' };
  const around = { ...bordered, borderRightWidth: '2px', borderBottomWidth: '3px', paddingRight: '5px' };
  const place = -1;

  it('without its border and padding', async () => {
    const html = '<iframe box="10,20,314,207" laid="314,207"></iframe>';
    expect(await framesOf(html, () => around)).toEqual([
      { token: 'child0', place, x: 17, y: 27, width: 300, height: 197 },
    ]);
  });

  it('as large as it is drawn, whatever transform is on it or around it', async () => {
    const html = '<main><iframe box="10,20,157,103.5" laid="314,207"></iframe></main>';
    const half = (element: Element) =>
      element.localName === 'main' ? { transform: 'matrix(0.5, 0, 0, 0.5, 0, 0)' } : around;
    expect(await framesOf(html, half)).toEqual([
      { token: 'child0', place, x: 13.5, y: 23.5, width: 150, height: 98.5 },
    ]);
  });

  it.each([
    ['turned', { transform: 'matrix(0, 1, -1, 0, 0, 0)' }],
    ['skewed', { transform: 'matrix(1, 0, 0.3, 1, 0, 0)' }],
    ['mirrored', { transform: 'matrix(-1, 0, 0, 1, 0, 0)' }],
    ['in space', { transform: 'matrix3d(1, 0, 0, 0.1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)' }],
    ['turned by a property of its own', { rotate: '45deg' }],
    ['mirrored by a property of its own', { scale: '-1 1' }],
    ['on a way', { offsetPath: 'path("M0 0L1 1")' }],
  ])('and that it is %s', async (_what, style) => {
    const html = '<main><iframe box="10,20,300,200" laid="300,200"></iframe></main>';
    const styles = (element: Element) => (element.localName === 'main' ? style : {});
    expect(await framesOf(html, styles)).toMatchObject([{ x: 10, width: 300, turned: true }]);
    const still = { transform: 'matrix(1, 0, 0, 1, 40, 0)', rotate: 'none', scale: '2', offsetPath: 'none' };
    expect((await framesOf(html, () => still))?.[0]).not.toHaveProperty('turned');
  });

  it('in shadow trees, too', async () => {
    const { measureFrame } = await freshMeasure();
    pageOf('<x-card></x-card><iframe box="0,0,30,30" laid="30,30"></iframe>');
    const card = document.querySelector('x-card') as Element;
    card.attachShadow({ mode: 'open' }).innerHTML = '<p><iframe box="10,20,300,200"></iframe></p>';
    const inside = card.shadowRoot?.querySelector('iframe') as Element;
    expect(measureFrame('t', new Map([['deep', inside]]), redactor.sensitiveRanges)?.children).toMatchObject([
      { token: '', width: 30 },
      { token: 'deep', place: -1, x: 10, y: 20, width: 300, height: 200 },
    ]);
  });
});

describe('zoom by style', () => {
  const zooms: Record<string, string> = { body: '2', main: '1.5' };
  const html = `<main><input value="a" ${box}></main><p box="0,40,110,20">手机13800138000</p>
    <main><iframe box="10,20,100,50"></iframe></main>`;
  async function zoomed() {
    const { measureFrame } = await freshMeasure();
    pageOf(html);
    vi.stubGlobal('getComputedStyle', ({ localName }: Element) => ({
      content: 'none',
      zoom: zooms[localName] ?? '1',
    }));
    return measureFrame;
  }

  it('is counted in where the browser leaves it out of what it measures', async () => {
    const measured = (await zoomed())('t', new Map(), redactor.sensitiveRanges);
    expect(measured?.sensitive).toEqual([
      [30, 60, 300, 90],
      [Math.floor((220 / 13) * 2), 80, Math.ceil((220 / 13) * 11), 40],
    ]);
    expect(measured?.children).toMatchObject([{ x: 30, y: 60, width: 300, height: 150 }]);
  });

  it('is counted by the browser itself since Chromium 128', async () => {
    const measureFrame = await zoomed();
    Object.defineProperty(document.documentElement, 'currentCSSZoom', { value: 1 });
    const measured = measureFrame('t', new Map(), redactor.sensitiveRanges);
    expect(measured?.sensitive[0]).toEqual(here[0]);
    expect(measured?.children).toMatchObject([{ x: 10, y: 20, width: 100, height: 50 }]);
  });
});

describe('no picture may be kept', () => {
  it.each([
    [1, false],
    [1.004, false],
    [1.5, true],
  ])('of a page enlarged by two fingers %s times: %s', async (scale, isRefused) => {
    const { measureFrame } = await freshMeasure();
    pageOf('<p>办事指南</p>');
    Object.defineProperty(window, 'visualViewport', { configurable: true, value: { scale } });
    expect(measureFrame('t', new Map(), redactor.sensitiveRanges)?.noPicture === true).toBe(isRefused);
  });

  it('of a page of too much text', async () => {
    const { measureFrame } = await freshMeasure();
    pageOf('<p>办</p>'.repeat(20_001));
    expect(measureFrame('t', new Map(), redactor.sensitiveRanges)).toMatchObject({
      noPicture: true,
      sensitive: [],
    });
  });
});
