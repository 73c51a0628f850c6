import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RrwebHooks } from '../../../lib/capture/lean/rrweb-hooks.ts';

/** An iframe whose document is recorded by the window above: each has a copy of our script. */
let life: AbortController;
let page: EventTarget;
let told: unknown[];
let snapshots: number;
let recording: typeof import('../../../lib/capture/healing.ts');
let inner: typeof import('../../../lib/capture/heal-from-hints.ts');
let innerHealing: typeof import('../../../lib/capture/healing.ts');

class Style {
  nodeType = 1;
  namespaceURI = 'http://www.w3.org/1999/xhtml';
  localName = 'style';
  firstChild = {};
  baseURI = 'https://zwfw.test/module/page.html';
  ownerDocument = page;
  zybId?: number;
  sheet = { href: null, cssRules: [{ cssText: 'p { background: url(img/a.png) }' }] };
}

const hint = (target: object, detail: string) =>
  page.dispatchEvent(
    Object.assign(new CustomEvent('zyb:hint', { detail }), { composedPath: () => [target] }),
  );

beforeEach(async () => {
  page = new EventTarget();
  life = new AbortController();
  told = [];
  snapshots = 0;
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  recording = await import('../../../lib/capture/healing.ts');
  vi.resetModules();
  inner = await import('../../../lib/capture/heal-from-hints.ts');
  innerHealing = await import('../../../lib/capture/healing.ts');
  const top = globalThis as unknown as { parent: unknown };
  top.parent = top;
  vi.stubGlobal('window', { parent: { parent: top } });
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const record = () =>
  recording.shareHealing(
    ({ data }) => told.push(data),
    () => (snapshots += 1),
    {} as RrwebHooks,
    life.signal,
  );

it('a rule set in an iframe is told by the frame that records it, under its id and with full addresses', async () => {
  inner.healFromHints(innerHealing.healingAbove, () => {}, life.signal);
  record();
  const style = new Style();
  style.zybId = 12;
  hint(style, 'rule-in:0');
  await Promise.resolve();
  expect(told).toEqual([
    {
      source: 8,
      id: 12,
      adds: [{ rule: 'p { background: url("https://zwfw.test/module/img/a.png") }', index: 0 }],
    },
  ]);
  hint(style, 'css:');
  expect(snapshots).toBe(1);
});

it('what a style has been through is known to the frame that reads it, told or not', async () => {
  inner.healFromHints(innerHealing.healingAbove, () => {}, life.signal);
  const { mustReadRules } = await import('../../../lib/capture/lean/touched-styles.ts');
  vi.resetModules();
  const reading = await import('../../../lib/capture/lean/touched-styles.ts');
  const style = new Style();
  expect(mustReadRules(style as unknown as Element)).toBe(false);
  hint(style, 'rule-in:0');
  expect(reading.mustReadRules(style as unknown as Element)).toBe(true);
  expect(told).toEqual([]);
});

it('the styles of an iframe are read by their rules unless its hints are heard from the beginning', async () => {
  const { mustReadRules, tellHeard } = await import('../../../lib/capture/lean/touched-styles.ts');
  const style = new Style();
  const frame = new EventTarget();
  style.ownerDocument = frame;
  expect(mustReadRules(style as unknown as Element)).toBe(true);
  vi.stubGlobal('document', frame);
  tellHeard(true);
  vi.stubGlobal('document', page);
  expect(mustReadRules(style as unknown as Element)).toBe(false);
});

it('nothing is told once the recording above has ended', async () => {
  inner.healFromHints(innerHealing.healingAbove, () => {}, new AbortController().signal);
  record();
  life.abort();
  const style = new Style();
  style.zybId = 12;
  hint(style, 'rule-in:0');
  await Promise.resolve();
  expect(told).toEqual([]);
  expect(innerHealing.healingAbove.idOf(style as unknown as Node)).toBe(-1);
});
