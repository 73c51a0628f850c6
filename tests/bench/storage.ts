import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Origins } from '../portal/config.ts';
import { startPortal } from '../portal/start-portal.ts';
import { collectStream } from './storage/collect-stream.ts';
import { gzipSize, xzSize } from './storage/compress.ts';
import { type PartsOfRun, printParts } from './storage/print-parts.ts';
import { weighStore } from './storage/weigh-store.ts';
import { buildExtension } from './support/build-extension.ts';
import { bundle } from './support/bundle-peers.ts';
import { interleave } from './support/interleave.ts';
import { median, round } from './support/numbers.ts';
import type { BenchOptions } from './support/options.ts';
import { tell } from './support/print-table.ts';
import { recordOurs } from './support/record-ours.ts';
import { runWalk } from './support/run-walk.ts';
import { startSink } from './support/sink.ts';
import { startChromium } from './support/start-chromium.ts';
import { tryAgain } from './support/try-again.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Bytes stored for the walk against what compresses a plain rrweb stream best; see the head of main.ts. */
export async function storage({ reps, built }: BenchOptions): Promise<object> {
  const extension = buildExtension(built);
  xzSize('');
  const script = await bundle(join(import.meta.dirname, 'support', 'peers', 'rrweb-stream.ts'));
  const sink = await startSink(new Map([['stream', script]]));
  const portal = await startPortal({ ports: 'any' });
  try {
    const runs = await interleave(['rrweb', 'ours'], reps, async (variant, rep): Promise<PartsOfRun> => {
      const parts = await tryAgain(`storage ${variant}`, () =>
        variant === 'ours'
          ? storedByOurs(extension, portal.origins)
          : plainStream(portal.origins, `${sink.origin}/scripts/stream.js`),
      );
      tell(`storage ${rep + 1}/${reps} ${variant}: ${JSON.stringify(parts)}`);
      return parts;
    });
    const [plain, ours] = [runs.get('rrweb') ?? [], runs.get('ours') ?? []];
    printParts('stored by ours, bytes', ours);
    printParts('the plain rrweb stream, bytes', plain);
    const middle = (list: PartsOfRun[], name: string) => median(list.map((parts) => parts[name] ?? 0));
    const figure = (name: string) => Math.round(middle(ours, name));
    const xz = Math.round(middle(plain, 'xz -9'));
    return {
      bench: 'storage',
      ours: figure('replay + records'),
      xz,
      gzip: Math.round(middle(plain, 'gzip -9')),
      ratio: round(middle(ours, 'replay + records') / xz, 3),
      perMinute: Math.round(
        median(ours.map((parts) => ((parts['replay + records'] ?? 0) / (parts['walk ms'] ?? 0)) * 60_000)),
      ),
      withSheets: figure('replay + records') + figure('assets: style'),
      ratioWithSheets: round((middle(ours, 'replay + records') + middle(ours, 'assets: style')) / xz, 3),
      screenshots: figure('screenshots'),
      assets: figure('assets'),
    };
  } finally {
    await Promise.all([sink.close(), portal.close()]);
  }
}

async function storedByOurs(extension: string, origins: Origins): Promise<PartsOfRun> {
  const browser = await startChromium(extension);
  try {
    if (!browser.extension) throw new Error('the extension did not start');
    const running = await recordOurs(browser.extension, `${origins.portal}/`);
    const began = Date.now();
    await runWalk(browser.page, origins);
    const took = Date.now() - began;
    await delay(1000);
    const { sessionId, panel } = await running.finish();
    const { objects, rows, assetKinds } = await weighStore(panel, sessionId);
    const records = sum(Object.values(rows)) + objects.other;
    return {
      'replay + records': objects.replay + records,
      'replay chunks': objects.replay,
      records,
      screenshots: objects.screenshots,
      assets: objects.assets,
      ...Object.fromEntries(Object.entries(assetKinds).map(([type, bytes]) => [`assets: ${type}`, bytes])),
      'objects of no kind known': objects.other,
      ...Object.fromEntries(
        Object.entries(rows)
          .sort(([, a], [, b]) => b - a)
          .map(([table, bytes]) => [`rows: ${table}`, bytes]),
      ),
      'walk ms': took,
    };
  } finally {
    await browser.close();
  }
}

async function plainStream(origins: Origins, scriptUrl: string): Promise<PartsOfRun> {
  const { text, documents, events } = await collectStream(origins, scriptUrl);
  return {
    raw: Buffer.byteLength(text),
    'gzip -9': gzipSize(text),
    'xz -9': xzSize(text),
    documents,
    events,
  };
}
