import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from './refusals.ts';
import type { Env, Services } from './services.ts';

/** Lets an upload key through, and nothing else. */
export function needsKey({ devices }: Services): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = /^Bearer ([\w-]{16,200})$/.exec(c.req.header('Authorization') ?? '')?.[1];
    const device = key && (await devices.findByKey(key));
    if (!device) throw new Refusal('key-wrong');
    c.set('device', device);
    await next();
  };
}

/** Lets a signed-in person through; an upload key is no person. */
export function needsPerson({ signIn }: Services): MiddlewareHandler<Env> {
  return async (c, next) => {
    const found = await signIn.find(c.req.raw.headers);
    if (!found) throw new Refusal('sign-in-needed');
    c.set('person', found.person);
    // Before what the route gives: a cookie renewed here must not take the place of a newer session's.
    giveCookies(c, found.cookies);
    await next();
  };
}

/** Behind `needsPerson`. */
export const needsAdmin: MiddlewareHandler<Env> = async (c, next) => {
  if (c.var.person.role !== 'admin') throw new Refusal('admin-only');
  await next();
};

/** Refuses changes that another site's page asks a signed-in browser for. Tools without such headers pass. */
export function needsOwnPage({ publicUrl }: Services): MiddlewareHandler<Env> {
  return async (c, next) => {
    const site = c.req.header('Sec-Fetch-Site');
    const origin = c.req.header('Origin');
    // Behind a proxy the Host header may be the inner one: the stated public address counts as well.
    const own = [c.req.header('Host'), hostOf(publicUrl())].filter(Boolean);
    // Sec-Fetch-Site is not sent to http addresses on a network: there the Origin has to answer.
    const foreign = site
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && !own.includes(hostOf(origin));
    if (foreign) throw new Refusal('foreign-page');
    await next();
  };
}

export function giveCookies(c: Context<Env>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

/** The socket's address: headers that claim another are anybody's to write. */
export function addressOf(c: Context<Env>): string {
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '';
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).host : undefined;
}
