import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), 'static');

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** Libraries as the sites ship them: from this checkout, never from a network. */
const vendorFiles: Record<string, string> = {
  'vue.js': require.resolve('vue/dist/vue.global.prod.js'),
  'element-plus.js': require.resolve('element-plus/dist/index.full.min.js'),
  'element-plus.css': require.resolve('element-plus/dist/index.css'),
  'element-plus-zh-cn.js': require.resolve('element-plus/dist/locale/zh-cn.min.js'),
  'jquery.js': join(dirname(require.resolve('jquery')), 'jquery.min.js'),
};

async function fileResponse(file: string): Promise<Response> {
  try {
    const body = await readFile(file);
    const type = contentTypes[extname(file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(body), { headers: { 'content-type': type } });
  } catch {
    return new Response('404 Not Found', { status: 404, headers: { 'content-type': 'text/plain' } });
  }
}

/** Serves `static/<folder>/…`, `/static/vendor/…` and `/favicon.ico`. */
export function serveFiles(site: Hono, folder: string): void {
  site.get('/favicon.ico', () => fileResponse(join(root, 'portal', 'emblem.svg')));
  site.get('/static/vendor/:name', (c) => fileResponse(vendorFiles[c.req.param('name')] ?? ''));
  site.get('/static/*', (c) => {
    const path = normalize(decodeURIComponent(c.req.path.slice('/static/'.length)));
    return path.startsWith('..') ? c.notFound() : fileResponse(join(root, folder, path));
  });
}
