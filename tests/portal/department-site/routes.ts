import type { Hono } from 'hono';
import type { SiteDependencies } from '../site.ts';
import { createSite } from '../site.ts';
import { addApi } from './api.ts';
import { applyPage, expiredPage } from './apply-page.ts';

/** The human resources department's own system, shown inside the portal. */
export function createDepartmentSite(dependencies: SiteDependencies): Hono {
  const site = createSite('department', dependencies);
  const { origins, state } = dependencies;

  site.get('/', (c) => c.redirect(origins.portal));
  site.get('/apply/reemployment', (c) => {
    const visit = state.visits.get(c.req.query('ticket') ?? '');
    return visit ? c.html(applyPage(origins, visit)) : c.html(expiredPage());
  });
  addApi(site, dependencies);
  return site;
}
