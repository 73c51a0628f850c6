import type { Gap } from '../model/gap.ts';
import { pausedBetween, type Session } from '../model/session.ts';
import type { Chunk, Stream } from '../model/stream.ts';
import type { Visit } from '../model/visit.ts';
import { type Interval, lengthOf, union, within, without } from './intervals.ts';

/** A stretch without replay shorter than this is a page being loaded, not a gap. */
const gapAfterMs = 2000;

type Evidence = {
  session: Session;
  visits: readonly Visit[];
  streams: readonly Stream[];
  chunks: readonly Chunk[];
};

/** When the walker looked at which tab: from one `tab` or first `document` visit to the next. */
export function tabStretches({ session, visits }: Pick<Evidence, 'session' | 'visits'>): (Interval & { tab: number })[] {
  const end = session.endedAt ?? visits.at(-1)?.at ?? session.startedAt;
  const stretches: (Interval & { tab: number })[] = [];
  for (const visit of visits) {
    const last = stretches.at(-1);
    if (last?.tab === visit.tab || (last && visit.kind !== 'tab')) continue;
    if (last) last.to = visit.at;
    stretches.push({ tab: visit.tab, from: last ? visit.at : session.startedAt, to: end });
  }
  return stretches;
}

/** When a replay of a tab's main frame exists: each stream from its first event until the tab's next document. */
function recordedIn(tab: number, evidence: Evidence): Interval[] {
  const tops = evidence.streams.filter((stream) => stream.tab === tab && stream.top).sort((a, b) => a.startedAt - b.startedAt);
  const documents = evidence.visits.filter((visit) => visit.tab === tab && visit.frame === 0 && visit.kind === 'document');
  return tops.flatMap((stream) => {
    const chunks = evidence.chunks.filter((chunk) => chunk.stream === stream.id);
    if (!chunks.length) return [];
    const from = Math.min(...chunks.map((chunk) => chunk.from));
    // A page that stays still sends nothing: the stream lasts until another document takes its place.
    const next = documents.find((visit) => visit.at > from + 1)?.at ?? evidence.session.endedAt ?? from;
    return [{ from, to: Math.max(next, ...chunks.map((chunk) => chunk.to)) }];
  });
}

/** Stretches of the walk without replay and why, as far as the evidence itself shows it. */
export function findGaps(evidence: Evidence): Omit<Gap, 'id'>[] {
  const gaps: Omit<Gap, 'id'>[] = [];
  for (const stretch of tabStretches(evidence)) {
    const recorded = union(within(recordedIn(stretch.tab, evidence), stretch.from, stretch.to));
    const pauses = evidence.session.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? stretch.to }));
    for (const hole of without([stretch], union([...recorded, ...pauses]))) {
      if (hole.to - hole.from < gapAfterMs) continue;
      const place = evidence.visits.findLast((visit) => visit.tab === stretch.tab && visit.frame === 0 && visit.at <= hole.to - 1);
      const why = evidence.session.privacy === 'metrics' ? 'metrics-only' : place?.identity ? 'identity-host' : 'no-script-here';
      gaps.push({ ...hole, tab: stretch.tab, why, detail: '' });
    }
  }
  for (const visit of evidence.visits) {
    if (!visit.identity || visit.frame !== 0) continue;
    const next = evidence.visits.find((other) => other.tab === visit.tab && other.frame === 0 && other.kind !== 'tab' && other.at > visit.at);
    const to = next?.at ?? evidence.session.endedAt ?? visit.at;
    const known = gaps.some((gap) => gap.why === 'identity-host' && gap.tab === visit.tab && gap.from <= visit.at + gapAfterMs && gap.to >= to - gapAfterMs);
    if (!known && to > visit.at) gaps.push({ from: visit.at, to, tab: visit.tab, why: 'identity-host', detail: '' });
  }
  return gaps.sort((a, b) => a.from - b.from);
}

/** How much of the walk has a replay, and how many of the frames that said hello recorded something. */
export function coverageOf(evidence: Evidence): {
  walkedMs: number; recordedMs: number; frames: number; framesRecorded: number;
} {
  const { session, streams, chunks } = evidence;
  const end = session.endedAt ?? session.startedAt;
  const walkedMs = Math.max(0, end - session.startedAt - pausedBetween(session.pauses, session.startedAt, end));
  const pauses = union(session.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? end })));
  const recorded = tabStretches(evidence).flatMap((stretch) =>
    without(union(within(recordedIn(stretch.tab, evidence), stretch.from, stretch.to)), pauses));
  const withChunks = new Set(chunks.map((chunk) => chunk.stream));
  return {
    walkedMs,
    recordedMs: Math.min(walkedMs, lengthOf(recorded)),
    frames: streams.length,
    framesRecorded: streams.filter((stream) => withChunks.has(stream.id)).length,
  };
}
