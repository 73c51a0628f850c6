import { awayIn } from '../model/away.ts';
import type { Gap } from '../model/gap.ts';
import type { Session } from '../model/session.ts';
import type { Step, StepTimes } from '../model/step.ts';
import type { Chunk, Stream } from '../model/stream.ts';
import type { Visit } from '../model/visit.ts';
import type { Store } from '../store/open-store.ts';
import { dropCameAfterAll } from './refused-batches.ts';
import { settleGaps } from './settle-gaps.ts';
import { settleIncidents } from './settle-incidents.ts';
import { settleStops } from './settle-stops.ts';
import { freshId, type SessionRow, type WalkDependencies } from './types.ts';

type Assessors = {
  detectSteps: WalkDependencies['detectSteps'];
  stepTimes(evidence: never, from: number, to: number): StepTimes;
  findGaps(evidence: {
    session: Session;
    visits: Visit[];
    streams: Stream[];
    chunks: Chunk[];
    gaps: Gap[];
  }): Omit<Gap, 'id'>[];
};

/**
 * Closes a walk that has ended: seals the replay into chunks, then writes the detected steps with their times and the
 * gaps the evidence shows. Doing it again writes the same gaps and steps anew, so a stop in the middle costs nothing.
 */
export async function closeSession(store: Store, assess: Assessors, session: SessionRow): Promise<void> {
  const { id } = session;
  await dropCameAfterAll(store, id);
  const { lost } = await store.sealChunks(id);
  const whole = await store.sessions.readWhole(id);
  if (!whole) return;
  const { visits, actions, requests, streams, chunks } = whole;
  const end = session.endedAt ?? (await store.sessions.lastMoment(id));
  const detected = assess.detectSteps(visits, {
    from: session.startedAt,
    // A page may have gone on by itself while the walk was being ended: no step ends before it begins.
    to: visits.reduce((latest, { at }) => Math.max(latest, at), end),
    actionTimes: actions.map((action) => action.at),
    named: session.namedSteps,
  });
  const settled = settleGaps(whole.gaps.filter((gap) => gap.why === 'asleep'));
  const known = [...whole.gaps.filter((gap) => gap.why !== 'asleep'), ...settled.kept];
  const { waits } = whole;
  const evidence = { actions, requests, visits, waits, gaps: known, pauses: session.pauses };
  const steps: Step[] = detected.map((step) => ({
    id: freshId(),
    from: step.from,
    to: step.to,
    stage: step.stage,
    name: step.name.slice(0, 300),
    tab: step.tab,
    url: step.url,
    edited: step.named,
    identity: step.identity,
    times: assess.stepTimes(evidence as never, step.from, step.to),
  }));
  const gaps: Gap[] = assess
    .findGaps({ session, visits, streams, chunks, gaps: known })
    .map((gap) => ({ ...gap, id: freshId() }));
  // A page that threw batches away for want of room has named the hole itself.
  const named = known.filter((gap) => gap.why === 'not-stored' && gap.stream !== undefined);
  for (const hole of lost.filter(
    ({ stream, from, to }) => !named.some((gap) => gap.stream === stream && gap.from <= to && gap.to >= from),
  ))
    gaps.push({
      id: freshId(),
      from: hole.from,
      to: hole.to,
      why: 'lost-batch',
      stream: hole.stream,
      detail: '',
    });
  const slept = settleIncidents(whole.incidents, requests, awayIn(session.pauses, known, end));
  const stops = settleStops(known, { streams, chunks, visits, end });
  const derived = new Set<Gap['why']>([
    'identity-host',
    'no-script-here',
    'page-loading',
    'metrics-only',
    'lost-batch',
  ]);
  await store.db.transaction(
    'rw',
    [
      store.db.sessions,
      store.db.steps,
      store.db.gaps,
      store.db.incidents,
      store.db.painPoints,
      store.db.bookmarks,
    ],
    async () => {
      await store.db.steps.where({ sessionId: id }).delete();
      await store.db.steps.bulkPut(steps.map((step) => ({ ...step, sessionId: id })));
      await store.db.gaps
        .where({ sessionId: id })
        .and((gap) => derived.has(gap.why))
        .delete();
      await store.db.gaps.bulkPut(gaps.map((gap) => ({ ...gap, sessionId: id })));
      await store.db.gaps.bulkDelete(settled.dropped.map((gap) => gap.id));
      await store.db.gaps.bulkPut(settled.kept.map((gap) => ({ ...gap, sessionId: id })));
      await store.db.gaps.bulkPut(stops.map((gap) => ({ ...gap, sessionId: id })));
      await store.db.incidents.bulkDelete(slept.dropped.map((incident) => incident.id));
      await store.db.incidents.bulkPut(slept.changed.map((incident) => ({ ...incident, sessionId: id })));
      const stepAt = (at: number) => steps.findLast((step) => step.from <= at)?.id;
      for (const { id: point, at } of whole.painPoints) {
        const stepId = stepAt(at);
        if (stepId) await store.db.painPoints.update(point, { stepId });
      }
      for (const { id: bookmark, at } of whole.bookmarks) {
        const stepId = stepAt(at);
        if (stepId) await store.db.bookmarks.update(bookmark, { stepId });
      }
      await store.db.sessions.update(id, { sealed: true, privacy: privacyOf(session) });
    },
  );
  // The session's own list of assets has taken their place.
  await store.db.streamAssets.where({ sessionId: id }).delete();
  // Only a matter of room: a walk whose rows could not be put together is as whole.
  await store.packRecords(id).catch((error: unknown) => console.error('records not packed:', error));
}

/** A walk of which any stretch was recorded in full, and not erased, is read as one; its gaps tell of the others. */
function privacyOf(session: SessionRow): SessionRow['privacy'] {
  const { privacyChanges = [], consents = [] } = session;
  const isErased = (from: number) =>
    consents.some((each) => each.erased && each.at <= from && (each.withdrawnAt ?? from) >= from);
  if (!privacyChanges.length) return session.privacy;
  return privacyChanges.some(({ from, privacy }) => privacy === 'full' && !isErased(from))
    ? 'full'
    : 'metrics';
}
