import { mustParse } from '../model/parse.ts';
import { SessionReport } from '../model/report.ts';
import type { Step } from '../model/step.ts';
import { isUnedited } from '../model/walker-edits.ts';

/** What a report is made of, as the store reads it. */
export type Evidence = Pick<
  SessionReport,
  | 'streams'
  | 'chunks'
  | 'visits'
  | 'actions'
  | 'incidents'
  | 'requests'
  | 'screenshots'
  | 'assets'
  | 'painPoints'
  | 'bookmarks'
  | 'fields'
  | 'waits'
  | 'sightings'
  | 'pageTimings'
  | 'guidePages'
  | 'pageChecks'
  | 'decisions'
  | 'gaps'
  | 'maskCounts'
  | 'objects'
> & {
  session: SessionReport['session'] & {
    masked: Record<string, number>;
    edits?: SessionReport['edits'];
  };
  steps: Step[];
  costs: SessionReport['cost'];
};

/**
 * The session report of a walk: everything the schema names and nothing else (what the store keeps beside it, such as
 * tab numbers of the browser run, falls away in parsing). Throws a ModelError when the evidence does not fit.
 */
export function buildReport(
  evidence: Evidence,
  about: { now: number; version: string; browser: string; coverage: SessionReport['coverage'] },
): SessionReport {
  const named = new Set([
    ...evidence.chunks.map((chunk) => chunk.object),
    ...evidence.screenshots.map((shot) => shot.object),
    ...evidence.assets.flatMap((asset) => asset.object ?? []),
  ]);
  const { session } = evidence;
  return mustParse('report', SessionReport, {
    schema: 'zouyibian/session-report',
    version: 1,
    id: session.id,
    createdAt: about.now,
    recorder: { name: 'Zouyibian', version: about.version, browser: about.browser },
    session,
    streams: evidence.streams,
    chunks: evidence.chunks,
    visits: evidence.visits,
    steps: evidence.steps,
    actions: evidence.actions,
    incidents: evidence.incidents,
    requests: evidence.requests,
    screenshots: evidence.screenshots,
    assets: evidence.assets,
    painPoints: evidence.painPoints,
    bookmarks: evidence.bookmarks,
    fields: evidence.fields,
    waits: evidence.waits,
    sightings: evidence.sightings,
    pageTimings: evidence.pageTimings,
    guidePages: evidence.guidePages,
    pageChecks: evidence.pageChecks,
    decisions: evidence.decisions,
    gaps: evidence.gaps,
    cost: evidence.costs,
    coverage: about.coverage,
    masked: session.masked,
    maskCounts: evidence.maskCounts,
    edits: isUnedited(session.edits) ? undefined : session.edits,
    objects: evidence.objects.filter((entry) => named.has(entry.object)),
  });
}
