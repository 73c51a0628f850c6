import { test } from '@playwright/test';
import { startFidelityWalk } from '../support/fidelity-walk.ts';
test('dump', async () => {
  test.setTimeout(200000);
  const walk = await startFidelityWalk();
  const { page, portal } = walk;
  for (const name of ['rules', 'adopted']) {
    await page.goto(`${portal.origins.portal}/fidelity/${name}`);
    await page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
    await walk.note('a');
    await page.evaluate('change()');
    await walk.note('b');
    await page.evaluate('changeAgain()');
    await walk.note('c');
    console.log(await page.evaluate(() => [...document.querySelectorAll('p')].map((p) => p.id + getComputedStyle(p).color).join()));
  }
  await page.goto('about:blank');
  const json = await walk.panel.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((r) => { const q = indexedDB.open('zouyibian'); q.onsuccess = () => r(q.result); });
    const rows = await new Promise<any[]>((r) => { const q = db.transaction('batches').objectStore('batches').getAll(); q.onsuccess = () => r(q.result); });
    return Promise.all(rows.map(async (row) => row.stream.slice(0, 4) + ' ' + row.seq + ' ' + row.keyframe + ' ' + await new Response(new Blob([row.data]).stream().pipeThrough(new DecompressionStream('gzip'))).text()));
  });
  for (const row of json) console.log(row.replace(/\\"/g, '"').slice(0, 6000));
  await walk.close();
});
