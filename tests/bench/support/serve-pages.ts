import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from './start-server.ts';

const folder = join(import.meta.dirname, '..', 'pages');

/** Serves the benchmarks' own pages on a loopback host of their own. */
export async function servePages() {
  const server = await startServer((request, response) => {
    const name = /^\/([\w-]+\.html)$/.exec(request.url ?? '')?.[1];
    if (!name) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(folder, name)));
  });
  return { origin: `http://bench.localhost:${server.port}`, close: server.close };
}
