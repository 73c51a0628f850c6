import type { Page } from '@playwright/test';
import type { Place } from '../portal/walks/walk.ts';
import type { ExtensionBrowser } from './launch-browser.ts';
import { walkCrossRegion, walkReemployment } from './portal-walk.ts';
import type { Portal } from './stack.ts';
import { finishWalk, startWalk, tag } from './use-panel.ts';

/** Pain points a walker would tag on the way: where, the dimension, the check item's words. */
const tags: { at: Place; dimension: string; checkItem: string }[] = [
  { at: 'dead-link', dimension: '全不全', checkItem: '线上线下指南准不准' },
  { at: 'submit-failed', dimension: '通不通', checkItem: '线上办理简不简便' },
  { at: 'old-toast', dimension: '通不通', checkItem: '各业务系统是否联通' },
];

export type ScriptedWalk = { page: Page; panel: Page; sessionId: string };

/** Opens the walked page and the walk panel in a window of its own, pointed at that page. */
export async function openPageAndPanel(
  browser: ExtensionBrowser,
  url: string,
): Promise<{ page: Page; panel: Page }> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(url);
  const tab = await (await browser.worker()).evaluate(
    async (address) => (await chrome.tabs.query({})).find((each) => each.url === address)?.id,
    page.url(),
  );
  const panel = await browser.openInOwnWindow(`popup.html?tab=${tab}`);
  return { page, panel };
}

/**
 * One walk as the demo and the tests make it: the one-thing item from search to rating, then the cross-region item on
 * the department's old site, with pain points tagged in the real popup page on the way.
 */
export async function makeScriptedWalk(
  browser: ExtensionBrowser,
  portal: Portal,
  hooks: { at?(place: Place, page: Page): Promise<void> } = {},
): Promise<ScriptedWalk> {
  const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
  await startWalk(panel, { programme: '辽宁人社走流程（2023）', item: '“失业再就业”一件事一次办' });
  const at = async (place: Place, where: Page) => {
    for (const each of tags.filter((one) => one.at === place))
      await tag(panel, each.dimension, each.checkItem);
    await hooks.at?.(place, where);
  };
  await walkReemployment(page, portal.origins, { at });
  await walkCrossRegion(page, portal.origins, { at });
  await finishWalk(panel, '已真实提交');
  return { page, panel, sessionId: await newestSession(panel) };
}

/** The newest session's id, read from the store. */
export async function newestSession(extensionPage: Page): Promise<string> {
  const sessions = await readTable(extensionPage, 'sessions');
  const newest = sessions.sort((a, b) => Number(b.startedAt) - Number(a.startedAt))[0];
  if (!newest) throw new Error('no session is stored');
  return String(newest.id);
}

/** A page as Playwright or Puppeteer gives it. */
type Evaluates = { evaluate<R>(read: (name: string) => Promise<R>, name: string): Promise<R> };

/**
 * All rows of a table of the extension's own IndexedDB, those of closed walks unpacked; bytes become their length.
 */
export async function readTable(extensionPage: Evaluates, table: string): Promise<Record<string, unknown>[]> {
  return extensionPage.evaluate(async (name) => {
    type Row = Record<string, unknown>;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zouyibian');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = (of: string) =>
      new Promise<Row[]>((resolve, reject) => {
        const request = db.transaction(of).objectStore(of).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows = await all(name);
    const packed = name === 'packed' ? [] : await all('packed');
    db.close();
    for (const { sessionId, data } of packed) {
      const stream = new Blob([data as Uint8Array<ArrayBuffer>])
        .stream()
        .pipeThrough(new DecompressionStream('gzip'));
      const lists = (await new Response(stream).json()) as Record<string, Row[]>;
      rows.push(...(lists[name] ?? []).map((row) => ({ ...row, sessionId })));
    }
    return rows.map((row) => ('data' in row ? { ...row, data: (row.data as Uint8Array).length } : row));
  }, table);
}
