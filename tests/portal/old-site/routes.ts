import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { crossRegion } from '../items/cross-region.ts';
import { applicant, oldAccount } from '../people.ts';
import type { Html, SiteDependencies } from '../site.ts';
import { createSite } from '../site.ts';
import { framesetPage, menuPage, topPage, welcomePage } from './frames.ts';
import { oldLoginPage } from './login-page.ts';
import { queryPage } from './query-page.ts';
import { receiptPage, transferResultPage } from './receipt-pages.ts';
import { transferPage } from './transfer-page.ts';

const cookieName = 'JSESSIONID';

const sessionId = (c: Context) => getCookie(c, cookieName) ?? '';

const pages: Record<string, () => Html> = {
  '/index.html': framesetPage,
  '/top.html': topPage,
  '/menu.html': menuPage,
  '/main.html': welcomePage,
  '/query.html': queryPage,
  '/transfer.html': transferPage,
};

/** The old social insurance site: frames, jQuery, native dialogs, and its own accounts. */
export function createOldSite(dependencies: SiteDependencies): Hono {
  const site = createSite('old', dependencies);
  const { state } = dependencies;

  site.get('/', (c) => c.redirect('/index.html'));
  site.get('/login.html', (c) => c.html(oldLoginPage('')));
  site.post('/login.do', async (c) => {
    const { userid, passwd } = await c.req.parseBody();
    if (userid !== oldAccount.account || passwd !== oldAccount.password) {
      return c.html(oldLoginPage('个人编号或查询密码错误'));
    }
    const id = randomUUID();
    state.oldSessions.add(id);
    setCookie(c, cookieName, id, { path: '/', httpOnly: true });
    return c.redirect('/index.html', 303);
  });
  site.get('/logout.do', (c) => {
    state.oldSessions.delete(sessionId(c));
    return c.redirect('/login.html');
  });

  site.use('*', async (c, next) => {
    if (!state.oldSessions.has(sessionId(c))) return c.redirect('/login.html');
    await next();
  });
  for (const [path, page] of Object.entries(pages)) site.get(path, (c) => c.html(page()));
  site.post('/transfer/query.do', async (c) => {
    const { aac001 } = await c.req.parseBody();
    const found = aac001 === applicant.socialSecurityNumber;
    return c.json(found ? { name: applicant.name, idNumber: applicant.idNumber } : { name: '' });
  });
  site.post('/transfer/submit.do', (c) => c.json({ no: state.fileCase(crossRegion, sessionId(c)).caseNo }));
  for (const [path, page] of [
    ['/result.html', transferResultPage],
    ['/receipt.html', receiptPage],
  ] as const) {
    site.get(path, (c) => {
      const filed = state.cases.get(c.req.query('no') ?? '');
      return filed ? c.html(page(filed)) : c.notFound();
    });
  }
  return site;
}
