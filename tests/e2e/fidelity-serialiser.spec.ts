import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { startPortal } from '../portal/start-portal.ts';
import { bundleRecorder } from '../support/bundle-recorder.ts';
import type { Portal } from '../support/stack.ts';

/**
 * Our serialiser against rrweb's own: both take the first snapshot of the same page at rest, with the same options,
 * in the page's own world. Node by node they must say the same.
 */
type Node = {
  type: number;
  id: number;
  tagName?: string;
  attributes?: Record<string, unknown>;
  childNodes?: Node[];
  textContent?: string;
};

let portal: Portal;
let browser: Browser;
let ours = '';
let theirs = '';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startPortal({ ports: 'any' });
  browser = await chromium.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  [ours, theirs] = await Promise.all([bundled(true), bundled(false)]);
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

/** A script that sets `takeSnapshot`: what `record` says first. Ours has the hooks of the recorder. */
const bundled = (lean: boolean) =>
  bundleRecorder(
    lean,
    `globalThis.takeSnapshot = (options) => {
  hang();
  let snapshot;
  const stop = record({ ...options, emit: (event) => { if (event.type === 2) snapshot ??= event.data.node; } });
  stop();
  return snapshot;
};`,
  );

const options = {
  slimDOMOptions: 'all',
  inlineStylesheet: false,
  maskInputOptions: { text: true, textarea: true, select: true, input: true, password: true },
  blockSelector: '[data-zyb-bar],.html2canvas-container',
};

async function snapshotBy(
  script: string,
  url: string,
  prepare: (page: Page) => Promise<void>,
): Promise<Node> {
  const page = await browser.newPage();
  await page.goto(url);
  await prepare(page);
  await page.evaluate(script);
  const node = await page.evaluate(
    (asked) => (globalThis as unknown as { takeSnapshot(of: unknown): Node }).takeSnapshot(asked),
    options,
  );
  await page.close();
  return node;
}

/** A line a node, without ids (ours counts no ignored ones) and without the documented differences (docs/adr/0013). */
function linesOf(node: Node, page: string, depth = 0, isInPicture = false): string[] {
  const { tagName = '', attributes = {}, childNodes = [] } = node;
  // Of scripts ours tells where they stand (docs/adr/0072), rrweb nothing.
  if (tagName === 'script') return [];
  const { _cssText: _css, srcset: _set, imagesrcset: _imageSet, ...rest } = attributes;
  // Of several files ours tells the one that is shown.
  if (isInPicture) delete rest.src;
  // Links are told as they are written (docs/adr/0073), by rrweb in full.
  if (/^(?:a|area)$/.test(tagName) && typeof rest.href === 'string')
    rest.href = new URL(rest.href, page).href;
  // Captions are masked as texts are, later.
  if (tagName === 'input' && /^(?:reset|image)$/i.test(String(rest.type))) delete rest.value;
  const {
    id: _id,
    rootId: _root,
    childNodes: _children,
    attributes: _own,
    ...flags
  } = node as Node & { rootId?: number };
  const isStyle = tagName === 'style';
  // Addresses inside style attributes: ours are completed later, where they are named.
  if (typeof rest.style === 'string') rest.style = rest.style.replaceAll(/url\(http:\/\/[^/]+/g, 'url(');
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  const own = `${'  '.repeat(depth)}${JSON.stringify({ ...flags, attributes: sorted })}`;
  // A style element's text: by rrweb as its rules, by ours as it is written.
  const children = isStyle
    ? []
    : childNodes.flatMap((child) => linesOf(child, page, depth + 1, tagName === 'picture'));
  return [own, ...children];
}

const places: Record<
  string,
  { path: string; site?: 'portal' | 'department' | 'old'; prepare?(page: Page): Promise<void> }
> = {
  'the home page': { path: '/' },
  'a guide': { path: '/guide/reemployment' },
  'a search': { path: '/search?q=%E5%A4%B1%E4%B8%9A' },
  'the old login': { path: '/login.html', site: 'old' },
  'a form with everything': { path: '/fidelity/mixed' },
  'values set by script': { path: '/fidelity/values', prepare: (page) => page.evaluate('change()') },
  'open shadow roots': {
    path: '/fidelity/shadow',
    prepare: (page) => page.evaluate('late.attachShadow({ mode: "open" }).innerHTML = "<p>x</p>"'),
  },
  'an open dialog': { path: '/fidelity/dialog', prepare: (page) => page.evaluate('change()') },
  'a canvas and a film': { path: '/fidelity/canvas' },
  'a frameset': { path: '/fidelity/frameset' },
  'native fields': { path: '/fidelity/controls' },
};

for (const [name, { path, site = 'portal', prepare = async () => undefined }] of Object.entries(places)) {
  test(`the snapshot of ${name} is the one rrweb itself makes`, async () => {
    const url = `${portal.origins[site]}${path}`;
    const [own, other] = [await snapshotBy(ours, url, prepare), await snapshotBy(theirs, url, prepare)];
    const lines = linesOf(own, url);
    expect(lines.length).toBeGreaterThan(8);
    expect(lines).toEqual(linesOf(other, url));
  });
}

test('the comparison tells one page from another', async () => {
  const { portal: origin } = portal.origins;
  const nothing = async () => undefined;
  const [a, b] = [
    await snapshotBy(ours, `${origin}/fidelity/leaf`, nothing),
    await snapshotBy(ours, `${origin}/fidelity/elsewhere`, nothing),
  ];
  expect(linesOf(a, origin)).not.toEqual(linesOf(b, origin));
});
