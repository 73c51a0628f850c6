import { gzipSync } from 'node:zlib';
import type { HandOverObject } from '../../../lib/deliver/hand-over-file.ts';
import { sha256 } from '../../../lib/deliver/hash.ts';
import { chainOf } from '../../../lib/deliver/verify-report.ts';
import { SessionReport } from '../../../lib/model/report.ts';

const startedAt = 1_790_000_000_000;

/** A small sound report of one stream with three chunks and one screenshot, and its objects. */
export async function sampleReport(): Promise<{ reportJson: string; objects: HandOverObject[] }> {
  const objects: HandOverObject[] = [];
  const chunks = [];
  let chain = '';
  for (let n = 0; n < 3; n += 1) {
    const from = startedAt + n * 1000;
    const bytes = new Uint8Array(gzipSync(JSON.stringify([{ type: 4, timestamp: from, data: { n } }])));
    const object = await sha256(bytes);
    chain = await chainOf(chain, object);
    objects.push({ object, type: 'application/gzip', bytes });
    const place = { stream: 's1', n, keyframe: n === 0, from, to: from + 900 };
    chunks.push({ ...place, events: 1, bytes: bytes.length, object, chain });
  }
  const picture = new TextEncoder().encode('not really a picture, but some bytes');
  const shot = await sha256(picture);
  objects.push({ object: shot, type: 'image/jpeg', bytes: picture });
  const report = SessionReport.parse({
    schema: 'zouyibian/session-report',
    version: 1,
    id: 'r1',
    createdAt: startedAt + 10_000,
    recorder: { name: '走一遍', version: '0.1.0', browser: 'Chromium 156' },
    session: {
      id: 'walk-1',
      state: 'finished',
      item: { name: '个体工商户设立登记' },
      mode: 'self',
      perspective: 'citizen',
      programme: { id: 'p', version: '1', title: '走流程' },
      walker: { name: '张三' },
      privacy: 'full',
      startedAt,
      endedAt: startedAt + 9000,
      recorderVersion: '0.1.0',
    },
    streams: [
      { id: 's1', tab: 1, frame: 0, token: 't1', top: true, url: 'https://portal.example/', startedAt },
    ],
    chunks,
    visits: [{ id: 'v1', at: startedAt, tab: 1, frame: 0, kind: 'document', url: 'https://portal.example/' }],
    steps: [],
    actions: [],
    incidents: [],
    requests: [],
    screenshots: [
      {
        id: 'p1',
        at: startedAt + 5,
        tab: 1,
        why: 'step',
        object: shot,
        width: 8,
        height: 6,
        masked: 0,
        by: 'tab',
      },
    ],
    painPoints: [],
    gaps: [],
    cost: [],
    coverage: { walkedMs: 9000, recordedMs: 8000, frames: 1, framesRecorded: 1 },
    masked: {},
    objects: objects.map(({ object, type, bytes }) => ({ object, type, bytes: bytes.length })),
  });
  return { reportJson: JSON.stringify(report), objects };
}

export async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
