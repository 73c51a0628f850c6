import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { receiptHeader } from '../lib/model/collector-api.ts';
import type { Env } from './services.ts';

/** blob: and data: are what a replay is made of; nothing comes from another host. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers of the API are data: opened as a page they may do nothing at all. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The headers of every answer; a route that set one of its own keeps it. */
export const safeHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const isData = c.req.path.startsWith('/api/') || c.req.path === '/healthz';
  const safe = {
    'Content-Security-Policy': isData ? dataPolicy : pagePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
  for (const [name, value] of Object.entries(safe)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (c.res.headers.get('Access-Control-Allow-Origin')) c.res.headers.delete('Cross-Origin-Resource-Policy');
};

/** Hono answers HEAD by the GET route and forgets the body: a file opened for it would stay open. */
export const dropHeadBody: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.req.method === 'HEAD') await c.res.body?.cancel();
};

const isExtension = (origin: string) => /^(chrome|moz)-extension:\/\/[\w-]+$/.test(origin);

/** Lets extensions, and no web page, call the upload routes; cookies are never allowed along. */
export function extensionsMay(method: 'GET' | 'POST' | 'PUT'): MiddlewareHandler<Env> {
  const allow = cors({
    origin: (origin) => (isExtension(origin) ? origin : null),
    allowMethods: [method],
    allowHeaders: ['Authorization', 'Content-Type', 'Content-Encoding', receiptHeader],
    maxAge: 600,
  });
  return async (c, next) => {
    const asked = c.req.method === 'OPTIONS' ? c.req.header('Access-Control-Request-Method') : c.req.method;
    return asked === method ? allow(c, next) : next();
  };
}
