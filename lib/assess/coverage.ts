import { awayIn } from '../model/away.ts';
import { metricsStretches } from '../model/consent.ts';
import type { Gap } from '../model/gap.ts';
import { type Interval, lengthOf, union, within, without } from '../model/intervals.ts';
import { isByHand, type Session } from '../model/session.ts';
import type { Chunk, Stream } from '../model/stream.ts';
import type { Visit } from '../model/visit.ts';
import { tabStretches } from './tab-stretches.ts';

/** A stretch without replay shorter than this is a page being loaded, not a gap. */
const gapAfterMs = 2000;

type Evidence = {
  session: Session;
  visits: readonly Visit[];
  streams: readonly Stream[];
  chunks: readonly Chunk[];
  /** Gaps that are known already, such as the time the browser was closed or the machine asleep. */
  gaps?: readonly Gap[];
};

/** Gaps in which somebody may have walked and no replay was kept, though its stream goes on before and after. */
const lostWhy: ReadonlySet<Gap['why']> = new Set([
  'tab-crashed',
  'extension-updated',
  'not-stored',
  'lost-batch',
  'over-budget',
  'recorder-stopped',
  'cut',
  'outside-walk',
]);

/** What of a tab's replay was lost; a loss inside a frame leaves the page around it. */
function lostIn(tab: number, { gaps = [], streams }: Evidence): Interval[] {
  const inFrame = new Set(streams.filter((stream) => !stream.top).map((stream) => stream.id));
  const ofTab = new Map(streams.map((stream) => [stream.id, stream.tab]));
  return union(
    gaps.filter(
      (gap) =>
        lostWhy.has(gap.why) &&
        !(gap.stream && inFrame.has(gap.stream)) &&
        (gap.tab ?? (gap.stream ? ofTab.get(gap.stream) : undefined) ?? tab) === tab,
    ),
  );
}

/** The walk by the tab looked at. */
const stretchesOf = ({ session, visits }: Evidence) =>
  tabStretches(visits, session.startedAt, session.endedAt ?? visits.at(-1)?.at ?? session.startedAt);

/** When a replay of a tab's main frame exists: each stream from its first event until the tab's next document. */
function recordedIn(tab: number, evidence: Evidence): Interval[] {
  const tops = evidence.streams
    .filter((stream) => stream.tab === tab && stream.top)
    .sort((a, b) => a.startedAt - b.startedAt);
  const documents = evidence.visits.filter(
    (visit) => visit.tab === tab && visit.frame === 0 && visit.kind === 'document',
  );
  return tops.flatMap((stream) => {
    const chunks = evidence.chunks.filter((chunk) => chunk.stream === stream.id);
    if (!chunks.length) return [];
    const from = Math.min(...chunks.map((chunk) => chunk.from));
    // A page that stays still sends nothing: the stream lasts until another document takes its place.
    const next = documents.find((visit) => visit.at > from + 1)?.at ?? evidence.session.endedAt ?? from;
    return [{ from, to: Math.max(next, ...chunks.map((chunk) => chunk.to)) }];
  });
}

/** When a page of the tab had its recorder and had nothing to show yet. */
function comingIn(tab: number, { streams, chunks, visits, session }: Evidence): Interval[] {
  return streams
    .filter((stream) => stream.tab === tab && stream.top)
    .map(({ id, startedAt: from }) => {
      const own = chunks.filter((chunk) => chunk.stream === id);
      const next = visits.find(
        (visit) => visit.tab === tab && visit.kind === 'document' && visit.at > from + 1,
      );
      const left = next?.at ?? session.endedAt ?? from;
      return { from, to: Math.max(from, own.length ? Math.min(...own.map((chunk) => chunk.from)) : left) };
    });
}

/** Stretches of the walk without replay and why, as far as the evidence itself shows it. Identity hosts always count. */
export function findGaps(evidence: Evidence): Omit<Gap, 'id'>[] {
  const end = evidence.session.endedAt ?? evidence.visits.at(-1)?.at ?? evidence.session.startedAt;
  // A walk without replay on purpose is a gap however short it was.
  const onPurpose = metricsStretches(evidence.session, end);
  const gaps: Omit<Gap, 'id'>[] = [];
  for (const stretch of stretchesOf(evidence)) {
    const recorded = union(within(recordedIn(stretch.tab, evidence), stretch.from, stretch.to));
    for (const hole of without(
      [stretch],
      union([...recorded, ...awayIn(evidence.session.pauses, evidence.gaps ?? [], stretch.to)]),
    )) {
      for (const piece of placesIn(hole, stretch.tab, evidence.visits)) {
        const tell = (why: Gap['why'], { from, to }: Interval) =>
          gaps.push({ from, to, tab: stretch.tab, why, detail: '' });
        if (piece.identity) {
          tell('identity-host', piece);
          continue;
        }
        for (const quiet of within(onPurpose, piece.from, piece.to)) tell('metrics-only', quiet);
        const coming = union(comingIn(stretch.tab, evidence));
        for (const rest of without([piece], onPurpose)) {
          // From a page's first bytes to its recorder's hello it was coming too.
          const late = within(coming, rest.from, rest.to).map(({ from, to }) => ({
            from: from - rest.from < gapAfterMs ? rest.from : from,
            to,
          }));
          const tellLong = (why: Gap['why'], each: Interval) => {
            if (each.to - each.from >= gapAfterMs) tell(why, each);
          };
          for (const each of late) tellLong('page-loading', each);
          for (const each of without([rest], late)) tellLong('no-script-here', each);
        }
      }
    }
  }
  return joined(gaps);
}

/** A hole cut where the tab's main frame came to an identity host or left it. */
function placesIn(
  hole: Interval,
  tab: number,
  visits: readonly Visit[],
): (Interval & { identity: boolean })[] {
  const documents = visits.filter(
    (visit) => visit.tab === tab && visit.frame === 0 && visit.kind === 'document',
  );
  const before = documents.findLast((visit) => visit.at <= hole.from);
  const pieces = [{ from: hole.from, to: hole.to, identity: before?.identity ?? false }];
  for (const visit of documents.filter((each) => each.at > hole.from && each.at < hole.to)) {
    const last = pieces.at(-1);
    if (last?.identity === visit.identity) continue;
    if (last) last.to = visit.at;
    pieces.push({ from: visit.at, to: hole.to, identity: visit.identity });
  }
  return pieces;
}

function joined(gaps: Omit<Gap, 'id'>[]): Omit<Gap, 'id'>[] {
  const result: Omit<Gap, 'id'>[] = [];
  for (const gap of gaps.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && last.why === gap.why && last.tab === gap.tab && last.to >= gap.from) last.to = gap.to;
    else result.push({ ...gap });
  }
  return result;
}

/** How much of the walk has a replay, and how many of the frames that said hello recorded something. */
export function coverageOf(evidence: Evidence): {
  walkedMs: number;
  recordedMs: number;
  frames: number;
  framesRecorded: number;
} {
  const { session, streams, chunks } = evidence;
  // The time that was stated is not time in which something could have been recorded.
  if (isByHand(session)) return { walkedMs: 0, recordedMs: 0, frames: 0, framesRecorded: 0 };
  const end = session.endedAt ?? session.startedAt;
  const away = awayIn(session.pauses, evidence.gaps ?? [], end);
  const walkedMs = Math.max(0, end - session.startedAt - lengthOf(within(away, session.startedAt, end)));
  const recorded = stretchesOf(evidence).flatMap((stretch) =>
    without(
      union(within(recordedIn(stretch.tab, evidence), stretch.from, stretch.to)),
      union([...away, ...lostIn(stretch.tab, evidence)]),
    ),
  );
  const withChunks = new Set(chunks.map((chunk) => chunk.stream));
  return {
    walkedMs,
    recordedMs: Math.min(walkedMs, lengthOf(recorded)),
    frames: streams.length,
    framesRecorded: streams.filter((stream) => withChunks.has(stream.id)).length,
  };
}
