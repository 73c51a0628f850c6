import { expect, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** A site on plain http under a name of its own, where the browser keeps its newer tools back. */
let walk: FidelityWalk;
const host = 'zwfw.test';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const plain = (origin: string) => `http://${host}:${new URL(origin).port}`;
  walk = await startFidelityWalk(
    { flags: [`--host-resolver-rules=MAP ${host} 127.0.0.1`] },
    ({ origins }) => `${plain(origins.portal)}/fidelity/leaf`,
  );
  const { page, portal } = walk;
  const origin = plain(portal.origins.portal);
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined']);
  for (const [name, path] of [
    ['first', 'values'],
    ['second', 'mixed'],
  ] as const) {
    await page.goto(`${origin}/fidelity/${path}`);
    // Nobody types before a page is there; the bar is the last of the recorder's parts to come.
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    const field = page.locator(path === 'values' ? '#text' : '#q');
    await field.fill('');
    await field.focus();
    await page.keyboard.type('重复填写的内容');
    await page.keyboard.press('Tab');
    await walk.note(name);
  }
  await walk.finish();
});

test.afterAll(async () => walk?.close());

test('a page on plain http is recorded and replayed', async () => {
  const frame = await walk.look('first');
  await expect(frame.locator('#text')).toHaveValue(/^[•*]{7}$/);
  const pictures = await walk.rows('screenshots');
  expect(pictures.length).toBeGreaterThan(0);
});

test('equal values typed on two pages on plain http bear the same mark', async () => {
  const typed = (await walk.rows('actions')).filter(({ kind }) => kind === 'type');
  const marks = typed.map(({ value }) => (value as { mark?: string }).mark);
  expect(marks).toHaveLength(2);
  expect(marks[0]).toMatch(/^[0-9a-f]{24}$/);
  expect(marks[1]).toBe(marks[0]);
});
