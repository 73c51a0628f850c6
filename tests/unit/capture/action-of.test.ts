import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readClick } from '../../../lib/capture/action-of.ts';
import type { FrameContext, PageAction } from '../../../lib/capture/watcher.ts';
import { pageOf } from './page-of.ts';

/** Names that the changes which wait will have taught. */
let learned: string[];
let jobs: (() => void)[];
let behind: boolean;
let masked: string[];
let context: FrameContext;

beforeEach(() => {
  learned = [];
  jobs = [];
  masked = [];
  behind = true;
  context = {
    stream: 's',
    privacy: 'full',
    redactText(text) {
      masked.push(text);
      return learned.reduce((line, name) => line.replaceAll(name, '〔姓名〕'), text);
    },
    onceLearned: (job) => (behind ? void jobs.push(job) : job()),
    catchesUp: () => !behind,
    redactUrl: (url) => learned.reduce((line, name) => line.replaceAll(name, '_'), url),
    markOf: async () => undefined,
  };
});
afterEach(() => vi.unstubAllGlobals());

function press(html: string, of: string): { told: PageAction[]; element: Element } {
  const document = pageOf(html);
  const element = document.querySelector(of);
  if (!element) throw new Error(`no ${of} in the page`);
  element.getBoundingClientRect = () => ({ x: 1, y: 2, width: 30, height: 10 }) as DOMRect;
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  vi.stubGlobal('location', { href: 'http://portal.test/person/禤国维' });
  const top: { parent?: unknown } = {};
  top.parent = top;
  vi.stubGlobal('window', top);
  const told: PageAction[] = [];
  readClick(element, context, {})(5, (action) => told.push(action));
  return { told, element };
}

const row = '<table><tr id="row" onclick=""><td>1</td><td>禤国维</td></tr></table>';

it('a press tells nothing, and has nothing masked, before the changes that wait have taught their words', () => {
  const { told } = press(row, '#row');
  expect(told).toEqual([]);
  expect(masked).toEqual([]);
  learned = ['禤国维'];
  for (const job of jobs) job();
  expect(told).toHaveLength(1);
  expect(told[0]?.label).toBe('1〔姓名〕');
  expect(told[0]?.selectors.length).toBeGreaterThan(0);
  expect(JSON.stringify(told)).not.toContain('禤国维');
});

it('what is pressed is read at once: it may be gone when its turn comes', () => {
  const { told, element } = press('<p><button><b>提交</b> 申请</button></p>', 'button');
  element.textContent = '';
  element.remove();
  for (const job of jobs) job();
  expect(told[0]).toMatchObject({
    label: '提交 申请',
    selectors: expect.arrayContaining(['aria/提交 申请[role="button"]']),
    rect: { x: 1, y: 2, width: 30, height: 10 },
  });
});

it('of a person’s own button only the selectors without words stay', () => {
  const { told } = press('<div><button aria-label="禤国维的办件">打开</button></div>', 'button');
  learned = ['禤国维'];
  for (const job of jobs) job();
  expect(told[0]?.label).toBe('〔姓名〕的办件');
  expect(told[0]?.url).toBe('http://portal.test/person/_');
  for (const selector of told[0]?.selectors ?? []) expect(selector).toMatch(/^(?:xpath\/\/|[a-z#])/);
  expect(JSON.stringify(told)).not.toContain('禤国维');
});

it('of a person’s own menu, too, that the pointer rested on before the press', () => {
  const document = pageOf('<p id="me"><a href="#">禤国维</a></p><ul><li id="out">退出</li></ul>');
  const [out, me] = [document.querySelector('#out'), document.querySelector('#me a')];
  if (!out || !me) throw new Error('no menu');
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  vi.stubGlobal('location', { href: 'http://portal.test/' });
  const top: { parent?: unknown } = {};
  top.parent = top;
  vi.stubGlobal('window', top);
  const told: PageAction[] = [];
  readClick(out, context, {}, [me])(5, (action) => told.push(action));
  learned = ['禤国维'];
  for (const job of jobs) job();
  expect(told[0]?.hovered).toHaveLength(1);
  expect(told[0]?.hovered?.[0]?.length).toBeGreaterThan(0);
  expect(JSON.stringify(told)).not.toContain('禤国维');
});

it('where nothing waits a press is told at once', () => {
  behind = false;
  expect(press('<p><button>提交</button></p>', 'button').told).toHaveLength(1);
});
