import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { applicant, relative } from '../people.ts';
import type { SiteDependencies } from '../site.ts';
import { createSite } from '../site.ts';
import { captchaPicture, checkCaptcha, makeCaptcha } from './captcha.ts';
import { loginPage } from './login-page.ts';

const people = [applicant, relative];

/** The address to go back to: only ever on the portal itself. */
function serviceUrl(asked: string, portal: string): URL {
  const url = URL.canParse(asked) ? new URL(asked) : new URL(portal);
  return url.origin === portal ? url : new URL(portal);
}

/** The unified login: account, password, captcha; then back to the service with a ticket. */
export function createLoginSite(dependencies: SiteDependencies): Hono {
  const site = createSite('login', dependencies);
  const { origins, state } = dependencies;

  site.get('/', (c) => c.redirect('/login'));
  // planted: r-captcha
  site.get('/login', (c) => {
    const message = c.req.query('reason') === 'timeout' ? '登录已超时，请重新登录' : undefined;
    const service = c.req.query('service') ?? `${origins.portal}/my`;
    return c.html(loginPage({ service, captcha: makeCaptcha(state), message }));
  });
  site.get('/captcha.svg', (c) => {
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    return c.body(String(captchaPicture(state.captchas.get(c.req.query('id') ?? '') ?? '')));
  });
  site.post('/login', async (c) => {
    const form = await c.req.parseBody();
    const field = (name: string) => String(form[name] ?? '');
    const retry = (message: string) =>
      c.html(loginPage({ service: field('service'), captcha: makeCaptcha(state), message }));
    if (!checkCaptcha(state, field('captchaId'), field('captcha'))) return retry('验证码错误，请重新输入');
    const known = people.find((person) => person.account === field('account'));
    if (known?.password !== field('password')) return retry('账号或密码错误');
    const ticket = randomUUID();
    state.loginTickets.set(ticket, known);
    const service = serviceUrl(field('service'), origins.portal);
    service.searchParams.set('ticket', ticket);
    return c.redirect(service.href, 303);
  });
  return site;
}
