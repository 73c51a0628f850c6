import type { Hono } from 'hono';
import { boxFont } from '../portal-site/assets-files.ts';
import type { SiteDependencies } from '../site.ts';
import { actionPages } from './action-pages.ts';
import { claimFlowPages } from './claim-flow-pages.ts';
import { claimKitPages } from './claim-kit-pages.ts';
import { claimPages } from './claim-pages.ts';
import { contentPages } from './content-pages.ts';
import { exportPages } from './export-pages.ts';
import { prototypePage, strictPage } from './hostile-pages.ts';
import { innerPages, styledInFolder } from './inner-pages.ts';
import { nodePages, xhtmlPage } from './node-pages.ts';
import { gbkCss, gbkMoreCss, gbkPage, oldPages } from './old-pages.ts';
import { page } from './page.ts';
import { placePages } from './place-pages.ts';
import { restingPages } from './resting-pages.ts';
import { shownPages } from './shown-pages.ts';
import { statePages, targetCss } from './state-pages.ts';
import { stylePages } from './styled-pages.ts';
import { slowPage, troubleFiles, troublePages } from './trouble-pages.ts';
import { widgetPages } from './widget-pages.ts';
import { writtenPages } from './written-pages.ts';

/** A script that holds up its page, milliseconds. */
const slowScriptMs = 6000;
const nonce = 'r4nd0mEnough';
/** The smallest document a PDF viewer opens. */
const pdf =
  '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

/** Each name a drawing of its own: equal ones are kept once. */
const drawing = (name: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="${name.length}" height="20"/></svg>`;

/** What stands below `/fidelity/` as one file a page, by name. */
export const fidelityPages = (origins: SiteDependencies['origins']): Record<string, string> => ({
  ...contentPages,
  ...stylePages,
  ...statePages,
  ...troublePages,
  ...actionPages,
  ...claimPages,
  ...claimFlowPages,
  ...claimKitPages,
  ...exportPages,
  ...placePages(origins),
  ...innerPages(origins),
  ...shownPages(origins),
  ...restingPages,
  ...writtenPages,
  ...nodePages,
  ...oldPages,
  ...widgetPages,
});

/** Pages of all the kinds that recorders are known to lose, below `/fidelity/` of every site. */
export function addFidelityPages(site: Hono, { origins, wait }: SiteDependencies): void {
  /** What browsers reported against the strict page's policy. */
  const reports: string[] = [];

  site.get('/fidelity/linked.css', (c) =>
    c.body('#other { color: rgb(3, 3, 3) }', 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  site.get('/fidelity/target.css', (c) =>
    c.body(targetCss, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  site.get('/fidelity/hop/:left', (c) => {
    const left = Number(c.req.param('left'));
    return c.redirect(left > 1 ? `/fidelity/hop/${left - 1}` : '/fidelity/landed?hops');
  });
  site.get('/fidelity/broken', (c) => c.html(page('出错了', '<p>服务器内部错误，请稍后再试</p>'), 500));
  site.get('/fidelity/empty-error', (c) => c.body(null, 503));
  for (const name of ['paper', 'receipt'])
    site.get(`/fidelity/${name}`, (c) =>
      c.body('告知书', 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="notice.bin"',
      }),
    );
  site.get('/fidelity/form.docx', (c) =>
    c.body('申请表', 200, { 'content-type': 'application/msword', 'content-disposition': 'attachment' }),
  );
  site.get('/fidelity/paper.pdf', (c) => c.body(pdf, 200, { 'content-type': 'application/pdf' }));
  site.on(['GET', 'POST'], '/fidelity/opened', (c) => {
    const how = new URL(c.req.url).search.slice(1);
    return c.html(page(`新窗口 ${how}`, `<p>用 ${how} 打开的内容</p>`));
  });
  site.get('/fidelity/strict', (c) => {
    const origin = c.req.query('opaque') === undefined ? 'allow-same-origin' : '';
    c.header(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; sandbox allow-scripts ${origin}; report-uri /fidelity/reports`,
    );
    return c.html(strictPage(nonce));
  });
  site.post('/fidelity/reports', async (c) => {
    reports.push(await c.req.text());
    return c.body(null, 204);
  });
  site.get('/fidelity/reports', (c) => c.json(reports));
  site.get('/fidelity/refused', (c) =>
    c.html(page('不许嵌入', '<p>请单独打开</p>'), 200, { 'x-frame-options': 'DENY' }),
  );
  site.get('/fidelity/xhtml', (c) =>
    c.body(xhtmlPage, 200, { 'content-type': 'application/xhtml+xml; charset=utf-8' }),
  );
  site.get('/fidelity/folder/inner-styled', (c) => c.html(styledInFolder));
  site.get('/fidelity/folder/img/:name', (c) =>
    c.body(drawing(c.req.param('name')), 200, { 'content-type': 'image/svg+xml' }),
  );
  site.get('/fidelity/late.svg', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 8000));
    return c.body(drawing('one that hangs'), 200, { 'content-type': 'image/svg+xml' });
  });
  site.get('/fidelity/gbk', (c) => c.body(gbkPage, 200, { 'content-type': 'text/html; charset=gb2312' }));
  site.get('/fidelity/gbk.css', (c) => c.body(gbkCss, 200, { 'content-type': 'text/css' }));
  site.get('/fidelity/gbk-more.css', (c) => c.body(gbkMoreCss, 200, { 'content-type': 'text/css' }));
  site.get('/fidelity/late-photo.svg', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return c.body(drawing('late').replace('height="20"', 'height="100"'), 200, {
      'content-type': 'image/svg+xml',
    });
  });
  site.get('/fidelity/old-globals', (c) => c.html(prototypePage));
  site.get('/fidelity/elder.css', (c) =>
    c.body('#elder { color: rgb(70, 80, 90) }', 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  site.get('/fidelity/box.ttf', (c) => c.body(Buffer.from(boxFont()), 200, { 'content-type': 'font/ttf' }));
  site.get('/fidelity/slow', (c) => c.html(slowPage));
  site.get('/fidelity/slow.js', async (c) => {
    await wait(slowScriptMs);
    return c.body('', 200, { 'content-type': 'text/javascript' });
  });
  site.get('/fidelity/:file{.+\\.svg}', async (c, next) => {
    const drawing = troubleFiles[c.req.param('file')];
    // It comes after the page has been read, as pictures do.
    if (drawing && c.req.param('file') === 'wide.svg') await new Promise((go) => setTimeout(go, 400));
    return drawing ? c.body(drawing, 200, { 'content-type': 'image/svg+xml' }) : next();
  });
  site.get('/fidelity/:name', (c, next) => {
    const found = fidelityPages(origins)[c.req.param('name')];
    return found ? c.html(found) : next();
  });
}
