import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startServer } from './start-server.ts';

const folder = join(import.meta.dirname, '..', 'pages');
const { resolve } = createRequire(import.meta.url);

/** Libraries of the pages, which a browser keeps from one document to the next; resolved when asked for. */
const vendor: Record<string, { module: string; type: string }> = {
  '/vendor/vue.js': { module: 'vue/dist/vue.global.prod.js', type: 'text/javascript' },
  '/vendor/element-plus.js': { module: 'element-plus/dist/index.full.min.js', type: 'text/javascript' },
  '/vendor/element-plus.css': { module: 'element-plus/dist/index.css', type: 'text/css' },
};

/** Serves the benchmarks' own pages on a loopback host of their own. */
export async function servePages() {
  const server = await startServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const library = vendor[path];
    if (library) {
      response.writeHead(200, {
        'content-type': `${library.type}; charset=utf-8`,
        'cache-control': 'max-age=3600',
      });
      return void response.end(readFileSync(resolve(library.module)));
    }
    const name = /^\/([\w-]+\.html)$/.exec(path)?.[1];
    if (!name) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(folder, name)));
  });
  return { origin: `http://bench.localhost:${server.port}`, close: server.close };
}
