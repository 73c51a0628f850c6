import type { Context, Hono } from 'hono';
import { findItem } from '../items/items.ts';
import type { SiteDependencies } from '../site.ts';
import { handleFormPage } from './handle-form-page.ts';
import { handleOldSitePage } from './handle-old-site-page.ts';
import { handleWizardPage } from './handle-wizard-page.ts';
import type { PageFrame } from './layout.ts';
import { residencePage } from './residence-page.ts';
import { requireSignIn } from './sign-in.ts';

/** `/handle/<code>`: where an item is handled depends on the item. */
export function addHandleRoutes(
  site: Hono,
  dependencies: SiteDependencies,
  frame: (c: Context) => PageFrame,
): void {
  site.get('/handle/:code', (c) => {
    const item = findItem(c.req.param('code'));
    if (!item) return c.notFound();
    if (item.handling === 'counter') return c.redirect(`/guide/${item.code}`);
    if (item.handling === 'form') return c.html(handleFormPage(frame(c), item));
    const session = requireSignIn(c, dependencies, 'handle');
    if (session instanceof Response) return session;
    if (item.handling === 'old-site') return c.html(handleOldSitePage(frame(c), item));
    if (item.handling === 'steps') return c.html(residencePage(frame(c), item, session.person));
    return c.html(handleWizardPage(frame(c), item, dependencies.state.openVisit(session)));
  });
  site.post('/handle/:code', (c) => {
    const item = findItem(c.req.param('code'));
    if (item?.handling !== 'form') return c.notFound();
    return c.redirect(`/result/${dependencies.state.fileCase(item, '').caseNo}`, 303);
  });
}
