import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';
import { openExtensionFiles } from '../support/extension-files.ts';
import { createValueFinder } from '../support/find-values.ts';
import { persons, serveKnownPersons } from '../support/known-person-site.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { Opened } from '../support/opened-bytes.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { createWorkerStopper } from '../support/stop-worker.ts';
import { finishWalk, startWalk } from '../support/use-panel.ts';

/**
 * What one page says by a label, the others say bare: in headings, tooltips, titles, addresses, errors, toasts, frames of
 * another origin. It is masked there too, and one value has one tag in the whole walk.
 */
const choice = { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' };
const planted = Object.entries(persons).flatMap(([who, { name, number }]) => [
  { surface: `name of the ${who} person`, rule: 'session-value', value: name },
  { surface: `number of the ${who} person`, rule: 'session-value', value: number },
]);

async function walkKnownPersons(workerDies: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 'zyb-known-'));
  const site = await serveKnownPersons();
  const browser = await launchBrowser({ extension: builtExtension, profile: join(folder, 'profile') });
  try {
    const { page, panel } = await openPageAndPanel(browser, `${site.origin}/start`);
    await startWalk(panel, choice);
    const stopper = workerDies ? await createWorkerStopper(browser) : undefined;
    const bar = page.locator('[data-zyb-bar]');
    await page.goto(`${site.origin}/mine`);
    await bar.waitFor({ state: 'attached' });
    await page.waitForTimeout(1500);
    await stopper?.stop();
    await page.goto(`${site.origin}/u/${encodeURIComponent(persons.first.name)}`);
    await bar.waitFor({ state: 'attached' });
    await page.locator('#pick').click();
    await page.waitForTimeout(1500);
    await finishWalk(panel, '提交前止步');
    const id = await newestSession(panel);
    const read = async (table: string) =>
      (await readTable(panel, table)).filter((row) => row.sessionId === id);
    const rows = {
      visits: await read('visits'),
      incidents: await read('incidents'),
      actions: await read('actions'),
      requests: await read('requests'),
    };
    await browser.close();
    return { rows, files: await openExtensionFiles(join(folder, 'profile')) };
  } finally {
    await browser.close().catch(() => undefined);
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tags of a kind in what was kept, each once. */
const tagsIn = (files: readonly Opened[], kind: string) => [
  ...new Set(
    files.flatMap(({ bytes }) =>
      [...bytes.toString('utf8').matchAll(new RegExp(`〔${kind}·[A-Z]{3}〕`, 'g'))].map(([tag]) => tag),
    ),
  ),
];

for (const workerDies of [false, true])
  test(`a name and a number that one page labels are kept of no other page${workerDies ? ', though the worker died in between' : ''}`, async () => {
    const { rows, files } = await walkKnownPersons(workerDies);
    const findIn = createValueFinder(planted);
    const hits = files.flatMap(({ what, bytes }) => findIn(what, bytes));
    expect([...new Set(hits.map(({ surface, around }) => `${surface}: ${around}`))]).toEqual([]);

    const names = tagsIn(files, '姓名');
    expect(names).toHaveLength(2);
    expect(tagsIn(files, '个人编号')).toHaveLength(2);
    const [shown] = rows.visits.filter(({ title }) => String(title).includes('的空间'));
    expect(names).toContain(/^(.*)的空间$/.exec(String(shown?.title))?.[1]);
    const said = rows.incidents.map(({ kind, message }) => `${kind} ${message}`);
    expect(said).toContainEqual(expect.stringMatching(/^script-error .*〔姓名·[A-Z]{3}〕的材料没有找到/));
    expect(said).toContainEqual(expect.stringMatching(/^toast 〔姓名·[A-Z]{3}〕尚未确认/));
    expect(rows.actions.map(({ label }) => String(label))).toContainEqual(
      expect.stringMatching(/^查看〔姓名·[A-Z]{3}〕$/),
    );
    expect(rows.requests.map(({ url }) => String(url))).toContainEqual(
      expect.stringMatching(/\/api\/people\/(?:〔姓名·[A-Z]{3}〕|%E3%80%94)/),
    );
  });
