import { Dexie, type Table, type Transaction } from 'dexie';
import type { Action } from '../model/action.ts';
import type { Asset, StreamAsset } from '../model/asset.ts';
import type { Bookmark } from '../model/bookmark.ts';
import type { RecorderCost } from '../model/cost.ts';
import type { Delivery } from '../model/delivery.ts';
import type { Field } from '../model/field.ts';
import type { Gap } from '../model/gap.ts';
import type { GuidePage } from '../model/guide-page.ts';
import type { Incident } from '../model/incident.ts';
import type { MaskCount } from '../model/mask-count.ts';
import type { ObjectEntry } from '../model/object-entry.ts';
import type { PageCheck } from '../model/page-check.ts';
import type { PageTiming } from '../model/page-timing.ts';
import type { PainPoint } from '../model/pain-point.ts';
import type { ProcessingEntry } from '../model/processing-entry.ts';
import type { Rectification } from '../model/rectification.ts';
import type { Request } from '../model/request.ts';
import type { Screenshot } from '../model/screenshot.ts';
import type { Session } from '../model/session.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Step } from '../model/step.ts';
import type { Chunk, Stream } from '../model/stream.ts';
import type { SuggestionDecision } from '../model/suggestion.ts';
import type { Visit } from '../model/visit.ts';
import type { Wait } from '../model/wait.ts';
import type { WalkerEdits } from '../model/walker-edits.ts';
import type { CatalogueRow } from './catalogues.ts';
import type { PackedRow } from './pack-records.ts';
import type { PackRow } from './packs.ts';

type Of<T> = T & { sessionId: string };

/** A session as it lies here: the walk itself, and what the background must find again after it was stopped. */
export type SessionRow = Session & {
  /** Which run of the browser records it; another one means it was left unfinished. */
  browserRun: string;
  /** Tabs that belong to the walk, in the order they joined. */
  tabs: number[];
  /** Numbers that tabs of the walk had before the browser gave them others, by the later one. */
  wasTab?: Record<number, number>;
  /** The tab the walker looks at. */
  visibleTab: number;
  /** Hex key of the repeat-entry marks; erased when the walk ends. */
  markKey: string;
  masked: Record<string, number>;
  /** True once the walker was warned before filing for real. */
  submitWarned?: boolean;
  /** Hosts on which a login form was met. */
  loginHosts?: string[];
  /** True once the replay was sealed into chunks and steps and gaps were written. */
  sealed: boolean;
  /** Frozen assets in the order in which sealed chunks name them; only ever appended to. */
  assets?: Asset[];
  /** Stretches whose batches never arrived, found before the first batch was sealed away. */
  lost?: { stream: string; from: number; to: number }[];
  /** Name of a step the walker began by hand or renamed while walking, keyed by the moment it began. */
  namedSteps: { at: number; name: string; renames: boolean }[];
  warnings: { code: string; detail: string }[];
  /** What the walker changed after the walk, before it left this computer. */
  edits?: WalkerEdits;
};

/** One batch from a page, as it came: gzipped JSON array of redacted rrweb events. */
export type BatchRow = {
  sessionId: string;
  stream: string;
  seq: number;
  /** True when it begins with Meta + FullSnapshot. */
  keyframe: boolean;
  events: number;
  from: number;
  to: number;
  data: Uint8Array;
};

/** `data` is a copy made for storing; readers get bytes back unchanged. */
export type ObjectRow = ObjectEntry & { data: Uint8Array };

/** A report opened from a hand-over file: kept whole, never edited. */
export type ImportedRow = { id: string; importedAt: number; json: string };

/** What this unit's liaison set down beside a pain point of a report that came from a file. */
export type RectificationRow = { sessionId: string; painPointId: string; rectification: Rectification };

export class ZyDatabase extends Dexie {
  sessions!: Table<SessionRow, string>;
  streams!: Table<Of<Stream>, string>;
  batches!: Table<BatchRow, [string, number]>;
  chunks!: Table<Of<Chunk>, [string, number]>;
  visits!: Table<Of<Visit>, string>;
  steps!: Table<Of<Step>, string>;
  actions!: Table<Of<Action>, string>;
  incidents!: Table<Of<Incident>, string>;
  requests!: Table<Of<Request>, string>;
  screenshots!: Table<Of<Screenshot>, string>;
  painPoints!: Table<Of<PainPoint>, string>;
  bookmarks!: Table<Of<Bookmark>, string>;
  gaps!: Table<Of<Gap>, string>;
  fields!: Table<Of<Field>, string>;
  waits!: Table<Of<Wait>, string>;
  sightings!: Table<Of<Sighting>, string>;
  pageTimings!: Table<Of<PageTiming>, string>;
  maskCounts!: Table<Of<MaskCount>, string>;
  guidePages!: Table<Of<GuidePage>, string>;
  pageChecks!: Table<Of<PageCheck>, string>;
  decisions!: Table<Of<SuggestionDecision>, [string, string]>;
  streamAssets!: Table<Of<StreamAsset>, [string, number]>;
  costs!: Table<Of<RecorderCost>, string>;
  packed!: Table<PackedRow, string>;
  objects!: Table<ObjectRow, string>;
  objectUses!: Table<{ sessionId: string; object: string }, [string, string]>;
  deliveries!: Table<Delivery, string>;
  imported!: Table<ImportedRow, string>;
  processing!: Table<ProcessingEntry, string>;
  rectifications!: Table<RectificationRow, [string, string]>;
  settings!: Table<{ key: string; value: unknown }, string>;
  packs!: Table<PackRow, string>;
  catalogues!: Table<CatalogueRow, string>;

  constructor(name = 'zouyibian') {
    super(name, { chromeTransactionDurability: 'strict' });
    const rows = 'id, sessionId, [sessionId+at]';
    this.version(1).stores({
      sessions: 'id, state, startedAt',
      streams: 'id, sessionId',
      batches: '[stream+seq], sessionId',
      chunks: '[stream+n], sessionId',
      visits: rows,
      steps: 'id, sessionId, [sessionId+from]',
      actions: rows,
      incidents: rows,
      requests: rows,
      screenshots: rows,
      painPoints: rows,
      gaps: 'id, sessionId',
      costs: 'stream, sessionId',
      objects: 'object',
      objectUses: '[sessionId+object], object, sessionId',
      deliveries: 'sessionId, state',
      imported: 'id',
      settings: 'key',
    });
    this.version(2).stores({
      fields: rows,
      waits: rows,
      sightings: rows,
      pageTimings: 'id, sessionId',
      streamAssets: '[stream+n], sessionId',
      packed: 'sessionId',
    });
    this.version(3)
      .stores({
        processing: 'id, at',
        packs: 'id',
        catalogues: 'id',
        maskCounts: 'id, sessionId',
        rectifications: '[sessionId+painPointId], sessionId',
      })
      .upgrade((change) => movePacks(change));
    this.version(4).stores({ guidePages: rows, pageChecks: rows, decisions: '[sessionId+id], sessionId' });
    this.version(5).stores({ bookmarks: rows });
  }

  /** Every table whose rows belong to one session by `sessionId`. */
  get evidence() {
    return [
      this.streams,
      this.batches,
      this.chunks,
      this.visits,
      this.steps,
      this.actions,
      this.incidents,
      this.requests,
      this.screenshots,
      this.painPoints,
      this.bookmarks,
      this.gaps,
      this.fields,
      this.waits,
      this.sightings,
      this.pageTimings,
      this.maskCounts,
      this.guidePages,
      this.pageChecks,
      this.decisions,
      this.streamAssets,
      this.costs,
      this.packed,
      this.objectUses,
      this.rectifications,
    ];
  }
}

/** Imported packs lay among the settings before they had a table. */
async function movePacks(change: Transaction): Promise<void> {
  const settings = change.table<{ key: string; value: unknown }, string>('settings');
  const row = await settings.get('settings');
  if (typeof row?.value !== 'object' || row.value === null || !('programmes' in row.value)) return;
  const { programmes, ...rest } = row.value;
  for (const data of Array.isArray(programmes) ? programmes : []) {
    if (typeof data?.id === 'string')
      await change.table('packs').put({ id: data.id, data, importedAt: Date.now() });
  }
  await settings.put({ key: 'settings', value: rest });
}
