import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { startServer } from './start-server.ts';

/** What a recorder sent since the last `reset`; `replay` counts the bytes of its replay data alone. */
export type Received = { posts: number; bytes: number; replay: number };

/** Where each peer sends replay data, and by what it is known there. */
const replayPaths: [path: RegExp, mark?: string][] = [
  [/^\/rrweb\/events$/],
  [/^\/openreplay\/v1\/web\/i$/],
  [/^\/posthog\/s\/$/],
  [/^\/sentry\/api\/1\/envelope\/$/, 'replay_recording'],
  [/^\/clarity\/collect$/],
];

/** What the peers' own servers would answer, as far as their recorders ask for it. */
function answerOf(path: string): unknown {
  if (path.endsWith('/v1/web/start')) {
    return {
      token: 'bench',
      userUUID: 'bench',
      projectID: '1',
      sessionID: '1',
      delay: 0,
      startTimestamp: Date.now(),
      beaconSizeLimit: 1_000_000,
      compressionThreshold: 25_000,
    };
  }
  if (path.endsWith('/v1/web/tags')) return { tags: [] };
  if (/^\/posthog\/(array\/[^/]+\/config|flags\/)$/.test(path)) {
    return {
      supportedCompression: ['gzip', 'gzip-js'],
      sessionRecording: { endpoint: '/s/', consoleLogRecordingEnabled: false, networkPayloadCapture: null },
      featureFlags: {},
      flags: {},
      hasFeatureFlags: false,
      surveys: false,
      heatmaps: false,
    };
  }
  return {};
}

/**
 * The loopback end of every peer: serves their scripts, answers what they ask and swallows what they send.
 * `scripts` are served as `/scripts/NAME.js`, cacheable like those of a CDN.
 */
export async function startSink(scripts: ReadonlyMap<string, string>) {
  const received: Received = { posts: 0, bytes: 0, replay: 0 };
  const swallow = (path: string, body: Buffer) => {
    received.posts += 1;
    received.bytes += body.length;
    const [, mark] = replayPaths.find(([known]) => known.test(path)) ?? [undefined, ''];
    if (mark === '') return;
    if (mark === undefined || readable(body).includes(mark)) received.replay += body.length;
  };
  const server = await startServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    allow(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const script = scripts.get(/^\/scripts\/(\w+)\.js$/.exec(path)?.[1] ?? '');
    if (script !== undefined) {
      response.writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'max-age=3600',
      });
      return void response.end(script);
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.method === 'POST') swallow(path, Buffer.concat(parts));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerOf(path)));
    });
  });
  return {
    origin: `http://127.0.0.1:${server.port}`,
    received: (): Received => ({ ...received }),
    reset: () => void Object.assign(received, { posts: 0, bytes: 0, replay: 0 }),
    close: server.close,
  };
}
export type Sink = Awaited<ReturnType<typeof startSink>>;

function allow(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? '*',
  );
  response.setHeader('access-control-max-age', '600');
  response.setHeader('timing-allow-origin', '*');
}

function readable(body: Buffer): string {
  try {
    return (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString('latin1');
  } catch {
    return body.toString('latin1');
  }
}
