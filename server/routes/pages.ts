import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { giveCookies } from '../guards.ts';
import { Refusal } from '../refusals.ts';
import type { Env, Services } from '../services.ts';
import { findWebFile, type WebFile } from '../web-files.ts';

/** The review desk: its files to anybody, its pages (all of them index.html) to people who are signed in. */
export function pageRoutes({ webFolder, signIn, name }: Services) {
  const app = new Hono<Env>();

  app.get('*', async (c) => {
    const { path } = c.req;
    const file = webFolder ? await findWebFile(webFolder, path) : undefined;
    if (file && !file.type.startsWith('text/html')) return send(c, file);
    // A missing script or picture is missing; answering it with the page would hide that.
    if (/\.\w{1,5}$/.test(path) && !path.endsWith('.html')) throw new Refusal('not-found');
    const found = await signIn.find(c.req.raw.headers);
    if (!found) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 302);
    }
    giveCookies(c, found.cookies);
    const index = webFolder && (await findWebFile(webFolder, '/index.html'));
    return index ? send(c, index) : c.text(`${name}：归集服务正在运行，审阅台尚未构建。`);
  });
  return app;
}

function send(c: Context<Env>, file: WebFile): Response {
  c.header('Content-Type', file.type);
  c.header('Content-Length', String(file.bytes));
  // Built files carry a hash of their content in their names; the page that names them must be asked for anew.
  c.header(
    'Cache-Control',
    c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  return c.body(Readable.toWeb(createReadStream(file.path)) as ReadableStream);
}
