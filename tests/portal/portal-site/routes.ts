import type { Context, Hono } from 'hono';
import { findItem } from '../items/items.ts';
import type { SiteDependencies } from '../site.ts';
import { createSite } from '../site.ts';
import { addAssetsPage } from './assets-page.ts';
import { guidePage } from './guide-page.ts';
import { addHandleRoutes } from './handle-routes.ts';
import { homePage } from './home-page.ts';
import type { PageFrame } from './layout.ts';
import { frameOf } from './layout.ts';
import { myPage } from './my-page.ts';
import { ratedPage, ratePage } from './rate-page.ts';
import { addResidenceRoutes } from './residence-routes.ts';
import { resultPage } from './result-page.ts';
import { searchPage } from './search-page.ts';
import { findSession, requireSignIn } from './sign-in.ts';
import { findTextPage, notFoundPage, templatePage } from './text-pages.ts';

/** The provincial portal: find, guide, handle, progress, rate. */
export function createPortalSite(dependencies: SiteDependencies): Hono {
  const site = createSite('portal', dependencies);
  const { origins, state } = dependencies;
  const frame = (c: Context): PageFrame => frameOf(c, origins, findSession(c, dependencies));

  site.get('/', (c) => c.html(homePage(frame(c))));
  site.get('/search', (c) => c.html(searchPage(frame(c), c.req.query('q') ?? '')));
  site.get('/guide/:code', (c) => {
    const item = findItem(c.req.param('code'));
    return item ? c.html(guidePage(frame(c), item)) : c.notFound();
  });
  addAssetsPage(site);
  addHandleRoutes(site, dependencies, frame);
  site.get('/result/:caseNo', (c) => {
    const filed = state.cases.get(c.req.param('caseNo'));
    return filed ? c.html(resultPage(frame(c), filed)) : c.notFound();
  });
  site.get('/my', (c) => {
    const session = requireSignIn(c, dependencies, 'my');
    if (session instanceof Response) return session;
    const cases = [...state.cases.values()].filter((filed) => filed.sessionId === session.id);
    return c.html(myPage(frame(c), session, cases));
  });
  site.get('/rate/:caseNo', (c) => {
    const filed = state.cases.get(c.req.param('caseNo'));
    if (!filed) return c.notFound();
    return c.html(filed.rating ? ratedPage(frame(c), filed) : ratePage(frame(c), filed));
  });
  site.post('/rate/:caseNo', async (c) => {
    const filed = state.cases.get(c.req.param('caseNo'));
    if (!filed) return c.notFound();
    filed.rating = String((await c.req.parseBody()).level ?? '');
    return c.redirect(c.req.path, 303);
  });
  site.get('/page/:name', (c) => {
    const found = findTextPage(frame(c), c.req.param('name'));
    return found ? c.html(found) : c.notFound();
  });
  site.get('/download/template/TSG-2026-01', (c) => c.html(templatePage(frame(c))));
  addResidenceRoutes(site, dependencies, frame);
  site.notFound((c) => c.html(notFoundPage(frame(c)), 404));
  return site;
}
