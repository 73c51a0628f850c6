import { coverageOf } from '../../../../lib/assess/coverage.ts';
import { buildReport } from '../../../../lib/deliver/build-report.ts';
import { verifyReport } from '../../../../lib/deliver/verify-report.ts';
import { decodeEvents } from '../../../../lib/model/chunk-codec/index.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { gunzip } from '../../../../lib/store/gzip.ts';
import type { Store } from '../../../../lib/store/open-store.ts';
import { batch, type Event, freshStore, openWalk, startedAt } from '../fresh-store.ts';

export { startedAt };
export const second = 1000;
export const walkMs = 20 * second;

type Node = { type: number; id: number; [more: string]: unknown };
export const text = (id: number, textContent: string): Node => ({ type: 3, id, textContent });
export const element = (id: number, tagName: string, childNodes: Node[], attributes = {}): Node => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});

/** Meta and snapshot of a page whose body holds these nodes. */
export function keyframe(at: number, body: Node[]): Event[] {
  const html = element(2, 'html', [
    element(3, 'head', [element(4, 'title', [text(5, '申请')])]),
    element(6, 'body', body),
  ]);
  return [
    { type: 4, timestamp: at, data: { href: 'https://portal.example/', width: 1280, height: 800 } },
    {
      type: 2,
      timestamp: at,
      data: { node: { type: 0, id: 1, childNodes: [html] }, initialOffset: { left: 0, top: 0 } },
    },
  ];
}
const nothing = { source: 0, texts: [], attributes: [], removes: [], adds: [] };
export const mutation = (at: number, change: object): Event => ({
  type: 3,
  timestamp: at,
  data: { ...nothing, ...change },
});
export const retext = (at: number, id: number, value: string) => mutation(at, { texts: [{ id, value }] });
export const append = (at: number, node: Node, parentId = 6) =>
  mutation(at, { adds: [{ parentId, nextId: null, node }] });

/** A finished, sealed and packed walk of 20 s in one document with these events, batch by batch. */
export async function walked(
  batches: Event[][],
  prepare: (store: Store) => Promise<void> = async () => undefined,
) {
  const store = freshStore();
  await openWalk(store);
  for (const [seq, events] of batches.entries()) await store.keepBatch(batch(seq, { events }));
  await store.db.visits.put({
    id: 'v1',
    sessionId: 's1',
    at: startedAt,
    tab: 1,
    frame: 0,
    kind: 'document',
    url: 'https://portal.example/',
    title: '申请',
    identity: false,
    back: false,
    redirects: 0,
  });
  await prepare(store);
  await store.sealChunks('s1');
  await store.db.streamAssets.clear();
  await store.db.sessions.update('s1', { state: 'finished', sealed: true, endedAt: startedAt + walkMs });
  await store.packRecords('s1');
  return store;
}

/** The report it would make now, checked object by object. */
export async function soundReport(store: Store): Promise<SessionReport> {
  const whole = await store.sessions.readWhole('s1');
  if (!whole) throw new Error('no session');
  const about = { now: startedAt + walkMs, version: '1', browser: '', coverage: coverageOf(whole) };
  const report = buildReport(whole, about);
  await verifyReport(report, (object) => store.objects.mustRead(object));
  return report;
}

/** All events that are left, in order. */
export async function eventsLeft(store: Store): Promise<(Event & { data: any })[]> {
  const { chunks } = await soundReport(store);
  const lists = chunks.map(async ({ object, codec }) => {
    const spelled = await gunzip(await store.objects.mustRead(object));
    return (codec === 'json' ? JSON.parse(spelled) : decodeEvents(spelled)) as (Event & { data: any })[];
  });
  return (await Promise.all(lists)).flat();
}

/** Everything of the database as text, objects unpacked where they are. */
export async function everything(store: Store): Promise<string> {
  const parts: string[] = [];
  for (const table of store.db.tables) {
    for (const row of (await table.toArray()) as Record<string, unknown>[]) {
      parts.push(JSON.stringify(row, (key, value) => (key === 'data' ? undefined : value)));
      if (row.data instanceof Uint8Array)
        parts.push(await gunzip(row.data).catch(() => new TextDecoder().decode(row.data as Uint8Array)));
    }
  }
  return parts.join('\n');
}
