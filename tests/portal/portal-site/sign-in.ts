import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { SiteDependencies } from '../site.ts';
import type { PortalSession } from '../state.ts';

const cookieName = 'ZWFWSESSION';

export function findSession(c: Context, { state }: SiteDependencies): PortalSession | undefined {
  return state.sessions.get(getCookie(c, cookieName) ?? '');
}

/** Takes a `ticket` parameter in: opens or widens the session and answers with the address without it. */
function redeemTicket(c: Context, dependencies: SiteDependencies, area: string): Response | undefined {
  const { loginTickets, openSession } = dependencies.state;
  const ticket = c.req.query('ticket') ?? '';
  const person = loginTickets.get(ticket);
  if (!person) return undefined;
  loginTickets.delete(ticket);
  const known = findSession(c, dependencies);
  const session = known?.person === person ? known : openSession(person);
  session.areas.add(area);
  setCookie(c, cookieName, session.id, { path: '/', httpOnly: true, sameSite: 'Lax' });
  return c.redirect(c.req.path);
}

/**
 * The session if it is signed in to this part of the portal, else the answer that sends the browser to
 * the unified login. Each part asks for a sign-in of its own.
 */
// planted: r-login-twice
export function requireSignIn(
  c: Context,
  dependencies: SiteDependencies,
  area: string,
): PortalSession | Response {
  const redeemed = redeemTicket(c, dependencies, area);
  if (redeemed) return redeemed;
  const session = findSession(c, dependencies);
  if (session?.areas.has(area)) return session;
  const { login, portal } = dependencies.origins;
  const query = new URLSearchParams({ service: `${portal}${c.req.path}` });
  if (session) query.set('reason', 'timeout');
  return c.redirect(`${login}/login?${query.toString()}`);
}
