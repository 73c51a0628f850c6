import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { ZyDatabase } from '../../../lib/store/database.ts';
import type { Batch } from '../../../lib/store/keep-batch.ts';
import { openStore, type SessionRow, type Store } from '../../../lib/store/open-store.ts';

export const startedAt = 1_790_000_000_000;

/** A store on an empty database of its own. */
export function freshStore(): Store {
  const indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = indexedDB;
  return openStore(new ZyDatabase());
}

export function sessionRow(id = 's1', changes: Partial<SessionRow> = {}): SessionRow {
  return {
    id,
    state: 'recording',
    item: { name: '读者证办理' },
    mode: 'self',
    perspective: 'citizen',
    channel: '',
    programme: { id: 'p', version: '1.0.0', title: '走流程' },
    walker: { unit: '云岭市', name: '张三', position: '', contact: '' },
    privacy: 'full',
    startedAt,
    pauses: [],
    outcome: 'unknown',
    recovered: false,
    recorderVersion: '0.1.0',
    browserRun: 'run-1',
    tabs: [1],
    visibleTab: 1,
    markKey: 'aa',
    masked: {},
    sealed: false,
    namedSteps: [],
    warnings: [],
    ...changes,
  };
}

/** A walk that is being recorded, with one stream. */
export async function openWalk(store: Store, id = 's1', stream = 'st1'): Promise<void> {
  await store.db.sessions.put(sessionRow(id));
  await store.db.streams.put({
    id: stream,
    sessionId: id,
    tab: 1,
    frame: 0,
    token: `t-${stream}`,
    top: true,
    url: 'https://portal.example/',
    title: '',
    startedAt,
  });
}

const META = 4;
export type Event = { type: number; timestamp: number; data?: unknown };

/** Events of one batch, a second after the one before; `keyframe` begins with Meta and a snapshot. */
export function eventsOf(seq: number, keyframe = seq === 0, padding = 0): Event[] {
  const at = startedAt + seq * 1000;
  const data = { seq, padding: 'x'.repeat(padding) };
  const begin = keyframe
    ? [
        { type: META, timestamp: at, data },
        { type: 2, timestamp: at + 1, data },
      ]
    : [];
  return [...begin, { type: 3, timestamp: at + 10, data }, { type: 3, timestamp: at + 20, data }];
}

export function batch(seq: number, changes: Partial<Batch> = {}): Batch {
  return {
    sessionId: 's1',
    stream: 'st1',
    seq,
    events: eventsOf(seq),
    actions: [],
    incidents: [],
    visits: [],
    fields: [],
    waits: [],
    sightings: [],
    timings: [],
    guides: [],
    gaps: [],
    masked: {},
    cost: { snapshotMs: 1, longestMs: 1, eventsMs: 2 },
    size: 100,
    ...changes,
  };
}

export const action = (id: string, at = startedAt) => ({
  id,
  at,
  stream: 'st1',
  tab: 1,
  frame: 0,
  kind: 'click' as const,
  label: '下一步',
  role: 'button',
  selectors: [],
  url: '',
});

/** A page's batch as it is sent, empty but for `more`. */
export const batchJson = (more: object = {}): string =>
  JSON.stringify({
    events: [],
    actions: [],
    incidents: [],
    visits: [],
    fields: [],
    waits: [],
    sightings: [],
    timings: [],
    assets: [],
    masked: {},
    cost: { snapshotMs: 0, eventsMs: 0, longestMs: 0 },
    ...more,
  });

/** The stream `st1` of the walk `s1`, of the page in tab 1. */
export const streamRow = () => ({
  id: 'st1',
  sessionId: 's1',
  tab: 1,
  frame: 0,
  token: 't',
  top: true,
  url: '',
  title: '',
  startedAt,
});
