import { Action } from './action.ts';
import { Asset } from './asset.ts';
import { Bookmark } from './bookmark.ts';
import { RecorderCost } from './cost.ts';
import { Field } from './field.ts';
import { Gap } from './gap.ts';
import { GuidePage } from './guide-page.ts';
import { Incident } from './incident.ts';
import { MaskCount } from './mask-count.ts';
import { ObjectEntry } from './object-entry.ts';
import { PageCheck } from './page-check.ts';
import { PageTiming } from './page-timing.ts';
import { PainPoint } from './pain-point.ts';
import { Id, Moment, ShortText } from './primitives.ts';
import { Request } from './request.ts';
import { Screenshot } from './screenshot.ts';
import { isByHand, Session } from './session.ts';
import { Sighting } from './sighting.ts';
import { Step } from './step.ts';
import { Chunk, Stream } from './stream.ts';
import { SuggestionDecision } from './suggestion.ts';
import { Visit } from './visit.ts';
import { Wait } from './wait.ts';
import { WalkerEdits } from './walker-edits.ts';
import { z } from './zod.ts';

export const reportSchemaName = 'zouyibian/session-report';

/** Upper bounds that keep a hostile report from filling a reader's memory. */
const most = { rows: 200_000, objects: 100_000, streams: 20_000 };

/**
 * 报告: the structured session report, version 1; the only thing that leaves the browser, with the objects it
 * names. Times are absolute milliseconds; every text and address in it is redacted.
 */
export const SessionReport = z.object({
  schema: z.literal(reportSchemaName),
  version: z.literal(1),
  id: Id,
  createdAt: Moment,
  recorder: z.object({ name: ShortText, version: z.string().max(40), browser: ShortText }),
  session: Session,
  streams: z.array(Stream).max(most.streams),
  chunks: z.array(Chunk).max(most.objects),
  visits: z.array(Visit).max(most.rows),
  steps: z.array(Step).max(most.rows),
  actions: z.array(Action).max(most.rows),
  incidents: z.array(Incident).max(most.rows),
  requests: z.array(Request).max(most.rows),
  screenshots: z.array(Screenshot).max(most.objects),
  /** Replay events name these by their place in this list. */
  assets: z.array(Asset).max(most.objects).default([]),
  pageTimings: z.array(PageTiming).max(most.streams).default([]),
  fields: z.array(Field).max(most.rows).default([]),
  waits: z.array(Wait).max(most.rows).default([]),
  sightings: z.array(Sighting).max(most.rows).default([]),
  guidePages: z.array(GuidePage).max(10_000).default([]),
  pageChecks: z.array(PageCheck).max(10_000).default([]),
  painPoints: z.array(PainPoint).max(10_000),
  /** 时刻标记, filled in or not; empty in reports older than this. */
  bookmarks: z.array(Bookmark).max(10_000).default([]),
  /** What was decided about suggestions. */
  decisions: z.array(SuggestionDecision).max(10_000).default([]),
  gaps: z.array(Gap).max(most.rows),
  cost: z.array(RecorderCost).max(most.streams),
  coverage: z.object({
    /** Session time without pauses, ms. */
    walkedMs: z.number().nonnegative(),
    /** Of which a replay stream of the visible tab exists, ms. */
    recordedMs: z.number().nonnegative(),
    frames: z.number().int().nonnegative(),
    framesRecorded: z.number().int().nonnegative(),
  }),
  /** Masked values by kind, counted where they were masked. */
  masked: z.record(z.string().max(60), z.number().int().nonnegative()),
  /** The same batch by batch, so that they can be told by step; empty in reports older than this. */
  maskCounts: z.array(MaskCount).max(most.rows).default([]),
  /** What the walker changed before it left; absent when nothing was. */
  edits: WalkerEdits.optional(),
  objects: z.array(ObjectEntry).max(most.objects),
});
export type SessionReport = z.infer<typeof SessionReport>;

/** The figures by which a session is known in lists. */
export type ReportFigures = {
  steps: number;
  actions: number;
  incidents: number;
  screenshots: number;
  painPoints: number;
  streams: number;
  origins: number;
  gaps: number;
  durationMs: number;
  bytes: number;
  /** 1 for a walk entered by hand: its length is what the walker stated, and nothing else was observed. */
  byHand?: 1;
};

/** Counts of a report; `origins` are the distinct origins visited or recorded. */
export function figuresOf(report: SessionReport): ReportFigures {
  const origins = new Set<string>();
  for (const { url } of [...report.visits, ...report.streams]) {
    const origin = /^https?:\/\/[^/?#]+/.exec(url)?.[0];
    if (origin) origins.add(origin);
  }
  return {
    steps: report.steps.length,
    actions: report.actions.length,
    incidents: report.incidents.length,
    screenshots: report.screenshots.length,
    painPoints: report.painPoints.length,
    streams: report.streams.length,
    origins: origins.size,
    gaps: report.gaps.length,
    durationMs: (report.session.endedAt ?? report.createdAt) - report.session.startedAt,
    bytes: report.objects.reduce((sum, entry) => sum + entry.bytes, 0),
    ...(isByHand(report.session) ? { byHand: 1 } : {}),
  };
}

/** The names of every object the report's chunks, screenshots and frozen assets rest on. */
export function objectsNamedBy(report: SessionReport): string[] {
  return [
    ...new Set([
      ...report.chunks.map((chunk) => chunk.object),
      ...report.screenshots.map((shot) => shot.object),
      ...report.assets.flatMap((asset) => asset.object ?? []),
    ]),
  ];
}
