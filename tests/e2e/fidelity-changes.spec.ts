import { type Browser, chromium, expect, test } from '@playwright/test';
import { flattenAdd } from '../../lib/replay/flatten-adds.ts';
import type { MutationData } from '../../lib/replay/replay-event.ts';
import { startPortal } from '../portal/start-portal.ts';
import { bundleRecorder } from '../support/bundle-recorder.ts';
import { bundleScript } from '../support/bundle-script.ts';
import type { Portal } from '../support/stack.ts';

/** Whatever a page adds, moves, changes and removes, at once and one after the other, a replay ends with the page as it is. */
type Event = { type: number; timestamp: number; data: { source?: number } & Partial<MutationData> };
type World = {
  events: Event[];
  run(seed: number): Promise<{ place: string; addedAtOnce: number }>;
  show(events: Event[]): string;
};

let portal: Portal;
let browser: Browser;
let [recording, replaying] = ['', ''];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startPortal({ ports: 'any' });
  browser = await chromium.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  recording = await bundleRecorder(
    true,
    `hang();
globalThis.events = [];
document.body.innerHTML = '<div id="place"><ul id="list"></ul></div>';
record({ emit: (event) => { events.push(JSON.parse(JSON.stringify(event))); } });
globalThis.run = ${changeAtRandom.toString()};`,
  );
  replaying = await bundleReplayer();
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const bundleReplayer = () =>
  bundleScript(
    `${import.meta.dirname}/entry.js`,
    `import { Replayer } from 'rrweb';
globalThis.show = (events) => {
  const replayer = new Replayer(events, { root: document.body, mouseTail: false, useVirtualDom: false });
  replayer.pause(events.at(-1).timestamp - events[0].timestamp + 1);
  return replayer.iframe.contentDocument.getElementById('place').outerHTML;
};`,
  );

/** Runs in the page. */
async function changeAtRandom(seed: number): Promise<{ place: string; addedAtOnce: number }> {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const place = document.getElementById('place') as HTMLElement;
  let made = 0;
  let addedAtOnce = 0;
  const any = () => {
    const all = [...place.querySelectorAll('*')];
    return all[next(all.length)] as HTMLElement;
  };
  const make = (depth: number): HTMLElement => {
    const element = document.createElement(['li', 'p', 'div', 'span'][next(4)] as string);
    made += 1;
    element.className = `n${made}`;
    element.append(`第${made}行`);
    if (depth > 0 && next(3) === 0) for (let n = next(3); n >= 0; n -= 1) element.append(make(depth - 1));
    return element;
  };
  const changes = [
    () => {
      const to = next(2) ? any() : (document.getElementById('list') ?? place);
      const many = next(20);
      addedAtOnce = Math.max(addedAtOnce, many);
      for (let n = 0; n < many; n += 1) to.append(make(2));
    },
    () => any().before(make(1), make(0)),
    () => any().prepend('文字', make(0)),
    () => any().setAttribute('class', `c${next(100)}`),
    () => {
      const { firstChild } = any();
      if (firstChild?.nodeType === 3) firstChild.textContent = `改${next(100)}`;
    },
    () => any().remove(),
    () => {
      const [what, where] = [any(), any()];
      if (!what.contains(where)) where.append(what);
    },
    () => {
      const [what, where] = [any(), any()];
      if (what !== where && !what.contains(where)) where.before(what);
    },
    () => {
      const what = any();
      const parent = what.parentNode;
      what.remove();
      parent?.append(what);
    },
    () => {
      const of = any();
      if (of.id !== 'list') of.innerHTML = '<b class="new">新的<i>一段</i></b>';
    },
  ];
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  for (let round = 0; round < 60; round += 1) {
    for (let n = next(4); n >= 0; n -= 1) {
      if (place.childElementCount === 0) place.append(make(1));
      // Most of the time it grows.
      const [grows] = changes;
      const change = next(3) === 0 ? changes[next(changes.length)] : grows;
      change?.();
    }
    // Some together, some apart.
    if (next(3) === 0) await pause(next(30));
    else if (next(2)) await Promise.resolve();
  }
  await pause(20);
  for (let before = -1; before !== (globalThis as unknown as World).events.length; ) {
    before = (globalThis as unknown as World).events.length;
    await pause(300);
  }
  return { place: place.outerHTML, addedAtOnce };
}

/** Two long texts by what stands around their first difference. */
function differenceOf(one: string, other: string): [string, string] | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return [one.slice(at - 40, at + 80), other.slice(at - 40, at + 80)];
}

/** Added nodes told one a stretch (lean/tell-in-slices.ts), the slowest there is: whoever asks for the time twice finds it over. */
const slowly = '(() => { let time = 0; performance.now = () => (time += 100); })()';
const runs = [
  ...[1, 2, 3, 4].map((seed) => ({ seed, how: 'at once' })),
  ...[1, 2, 3, 128, 204, 219].map((seed) => ({ seed, how: 'one by one' })),
];

for (const { seed, how } of runs) {
  test(`a page that changes at random is in the replay as it is in the end (told ${how}, seed ${seed})`, async () => {
    const page = await browser.newPage();
    await page.goto(`${portal.origins.portal}/page/about`);
    if (how === 'one by one') await page.evaluate(slowly);
    await page.evaluate(recording);
    const { place, addedAtOnce } = await page.evaluate(
      (asked) => (globalThis as unknown as World).run(asked),
      seed,
    );
    const events = await page.evaluate(() => (globalThis as unknown as World).events);
    const mutations = events.filter(({ type, data }) => type === 3 && data.source === 0);
    // Changes of many nodes that move and come together, or this test shows nothing.
    expect(mutations.length).toBeGreaterThan(10);
    expect(addedAtOnce).toBeGreaterThan(3);
    if (how === 'one by one')
      expect(mutations.filter(({ data }) => data.adds?.length === 1).length).toBeGreaterThan(30);
    for (const { data } of mutations) if (data.adds) data.adds = data.adds.flatMap(flattenAdd);
    const reader = await browser.newPage();
    await reader.goto(`${portal.origins.portal}/page/about`);
    await reader.evaluate(replaying);
    const shown = await reader.evaluate((all) => (globalThis as unknown as World).show(all), events);
    expect(differenceOf(shown, place)).toBeUndefined();
    await Promise.all([page.close(), reader.close()]);
  });
}
