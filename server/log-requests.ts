import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from './log.ts';
import type { Env } from './services.ts';

/** One line a request: the route's pattern instead of the address, so that no query, id, key or name gets in. */
export function logRequests(log: Log): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = Math.round(performance.now() - started);
    log.info({ method: c.req.method, route: routePath(c), status: c.res.status, ms }, 'request');
  };
}
