import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ObjectEntry } from '../../lib/model/object-entry.ts';
import { SessionReport } from '../../lib/model/report.ts';

export type FakeObject = { bytes: Uint8Array<ArrayBuffer>; entry: ObjectEntry };

const startedAt = Date.UTC(2026, 4, 12, 1, 30);
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** A gzipped object holding this text. */
export function fakeObject(text: string): FakeObject {
  const bytes = Uint8Array.from(gzipSync(text));
  return { bytes, entry: { object: sha256(bytes), bytes: bytes.length, type: 'application/gzip' } };
}

/** A small valid report of a fictitious walk; each object becomes a chunk of its one stream. */
export function fakeReport(
  overrides: Partial<SessionReport> = {},
  objects: FakeObject[] = [],
): SessionReport {
  let chain = '0'.repeat(64);
  const chunks = objects.map(({ entry }, n) => {
    chain = sha256(chain + entry.object);
    const from = startedAt + n * 1000;
    return {
      stream: 'st1',
      n,
      keyframe: n === 0,
      from,
      to: from + 900,
      events: 3,
      bytes: entry.bytes,
      object: entry.object,
      chain,
    };
  });
  return SessionReport.parse({
    schema: 'zouyibian/session-report',
    version: 1,
    id: 'report-1',
    createdAt: startedAt + 600_000,
    recorder: { name: 'zouyibian', version: '0.1.0', browser: 'Chromium 150' },
    session: {
      id: 'session-1',
      state: 'finished',
      item: { name: '借书证办理' },
      mode: 'experience',
      perspective: 'citizen',
      programme: { id: 'practice', version: '1.0.0', title: '走流程练习方案' },
      walker: { unit: '云岭市图书馆', name: '张三' },
      privacy: 'full',
      startedAt,
      endedAt: startedAt + 540_000,
      recorderVersion: '0.1.0',
    },
    streams: [
      { id: 'st1', tab: 1, frame: 0, token: 'tk1', top: true, url: 'https://zwfw.example/item', startedAt },
    ],
    chunks,
    visits: [],
    steps: [],
    actions: [],
    incidents: [],
    requests: [],
    screenshots: [],
    painPoints: [],
    gaps: [],
    cost: [],
    coverage: { walkedMs: 540_000, recordedMs: 540_000, frames: 1, framesRecorded: 1 },
    masked: {},
    objects: objects.map(({ entry }) => entry),
    ...overrides,
  });
}
