import { mostSpans } from '../../model/action.ts';
import { addCounts } from '../../model/mask-count.ts';
import type { Records } from '../pack-records.ts';
import type { Stretch } from './cut-stream.ts';
import type { Closed } from './read-closed.ts';

/** Lists whose rows tell of one moment: those within the stretch go. */
const ofAMoment = [
  'actions',
  'incidents',
  'requests',
  'screenshots',
  'fields',
  'sightings',
  'maskCounts',
  'guidePages',
  'pageChecks',
] as const;

/**
 * A session's rows without what happened in a stretch. Visits: the last one of each tab stays, and the last tab, as
 * the walk goes on from there. A wait that ends in the stretch ends at its begin; one that begins there goes.
 */
export function cutRows(records: Records, { from, to }: Stretch, goesOn: boolean): Records {
  const inside = ({ at }: { at: number }) => at >= from && at < to;
  const kept = { ...records };
  for (const name of ofAMoment)
    (kept as Record<string, unknown>)[name] = (records[name] as { at: number }[]).filter(
      (row) => !inside(row),
    );
  const stay = goesOn ? whereTheWalkGoesOn(records.visits.filter(inside)) : new Set<string>();
  kept.visits = records.visits.filter((visit) => !inside(visit) || stay.has(visit.id));
  kept.actions = kept.actions.map((action) =>
    action.spans ? { ...action, spans: spansOutside(action.spans, { from, to }) } : action,
  );
  kept.waits = records.waits
    .filter((wait) => !inside(wait))
    .map((wait) => (wait.to >= from && wait.to < to ? { ...wait, to: from, outcome: 'unknown' } : wait));
  return kept;
}

/** Stretches of typing without what was typed from `from` to `to`. */
function spansOutside(spans: readonly Stretch[], { from, to }: Stretch): Stretch[] {
  return spans
    .flatMap((span) =>
      span.to < from || span.from >= to
        ? [span]
        : [
            { from: span.from, to: from },
            { from: to, to: span.to },
          ].filter((each) => each.to > each.from),
    )
    .slice(0, mostSpans);
}

function whereTheWalkGoesOn(visits: Records['visits']): Set<string> {
  const last = new Map<string, string>();
  for (const visit of [...visits].sort((a, b) => a.at - b.at)) {
    if (visit.kind === 'tab') last.set('tab', visit.id);
    else if (visit.kind === 'document' && visit.frame === 0) last.set(`document ${visit.tab}`, visit.id);
  }
  return new Set(last.values());
}

/** Streams, costs and page timings without those of documents that came and went in the stretch. */
export function cutStreams(records: Records, before: Records, { from, to }: Stretch): Records {
  const named = new Set<string | undefined>([
    ...records.chunks.map((chunk) => chunk.stream),
    ...[
      ...records.actions,
      ...records.incidents,
      ...records.fields,
      ...records.waits,
      ...records.sightings,
    ].map((row) => row.stream),
  ]);
  const emptied = new Set(before.chunks.map((chunk) => chunk.stream).filter((id) => !named.has(id)));
  const gone = new Set(
    records.streams
      .filter(
        ({ id, startedAt }) => emptied.has(id) || (startedAt >= from && startedAt < to && !named.has(id)),
      )
      .map(({ id }) => id),
  );
  return {
    ...records,
    streams: records.streams.filter(({ id }) => !gone.has(id)),
    costs: records.costs.filter(({ stream }) => !gone.has(stream)),
    pageTimings: records.pageTimings.filter(({ stream }) => !gone.has(stream)),
  };
}

/** Counts of masked values without those counted in what is gone. */
export function maskedWithout(closed: Closed, kept: Records): Record<string, number> {
  const masked = { ...closed.session.masked };
  const stay = new Set(kept.maskCounts.map(({ id }) => id));
  for (const { id, found } of closed.records.maskCounts) if (!stay.has(id)) addCounts(masked, found, -1);
  return masked;
}
