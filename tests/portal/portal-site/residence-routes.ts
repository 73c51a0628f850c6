import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { slowPageMs } from '../config.ts';
import { residence } from '../items/residence.ts';
import type { SiteDependencies } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

/** What the residence item leads to besides its own page: old addresses, an empty page, a page aside, a file. */
export function addResidenceRoutes(
  site: Hono,
  { wait }: Pick<SiteDependencies, 'wait'>,
  frame: (c: Context) => PageFrame,
): void {
  const { code } = residence;
  // planted: s-redirects
  site.get(`/old/${code}/apply`, (c) => c.redirect(`/old/${code}/apply-2021`, 301));
  site.get(`/old/${code}/apply-2021`, (c) => c.redirect(`/handle/${code}`));
  // planted: s-blank-page
  site.get('/residence/example', (c) => c.html('<!DOCTYPE html><html lang="zh-CN"><body></body></html>'));
  // planted: s-detour
  site.get('/residence/policy', (c) =>
    c.html(
      page(
        frame(c),
        '积分政策解读',
        '政策解读',
        html`${trail('积分政策解读')}
  <article class="wrap panel text-page"><h1>积分政策解读</h1>
    <p>积分由基础分、加分和减分三部分组成，具体以当年公布的计分标准为准。本页仅作说明，申报入口请返回办事指南。</p>
    <p><a href="/residence/points">积分查询</a></p></article>`,
      ),
    ),
  );
  // planted: s-slow-page (the page alone: the call it makes is quick)
  site.get('/residence/points', async (c) => {
    await wait(slowPageMs);
    return c.html(
      page(
        frame(c),
        '积分查询',
        '积分查询',
        html`${trail('积分查询')}
  <article class="wrap panel text-page"><h1>积分查询</h1><p>您的积分：<output id="points"></output></p></article>
  <script>fetch('/residence/points.json').then((answer) => answer.json()).then(({ points }) => { document.getElementById('points').textContent = points; });</script>`,
      ),
    );
  });
  site.get('/residence/points.json', (c) => c.json({ points: 62 }));
  // planted: s-download
  site.get('/residence/form.doc', (c) => {
    c.header('content-type', 'application/msword');
    c.header('content-disposition', 'attachment; filename="form.doc"');
    return c.body('居住证积分申报表（样表）');
  });
}
