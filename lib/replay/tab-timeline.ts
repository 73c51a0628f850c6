import type { Gap } from '../model/gap.ts';
import type { SessionReport } from '../model/report.ts';
import type { Stream } from '../model/stream.ts';
import { type ChunkIndex, lastAtOrBefore, type StreamWindow } from './chunk-index.ts';

/** What there is to see at a moment: a stream's window, or nothing and why. */
export type Place = { tab: number | undefined; url: string } & (
  | { stream: Stream; window: StreamWindow }
  | { stream?: undefined; why: Gap['why'] | 'not-recorded' }
);

/** A document's first snapshot trails its beginning by its loading; beyond this it was not recorded in time. */
const mostLag = 5000;

/** Follows the walker: which tab was in front, and which document was in it. */
export function createTabTimeline(
  report: Pick<SessionReport, 'streams' | 'visits' | 'gaps'>,
  index: ChunkIndex,
): { placeAt(at: number): Place; tabAt(at: number): number | undefined } {
  const visits = report.visits
    .filter(({ kind, frame }) => kind === 'tab' || (kind === 'document' && frame === 0))
    .sort((a, b) => a.at - b.at)
    // A document that comes in a tab nobody looks at changes nothing before the walker turns to it.
    .filter(({ kind }, n) => kind === 'tab' || n === 0);
  const tops = new Map<number, Stream[]>();
  for (const stream of [...report.streams].sort((a, b) => a.startedAt - b.startedAt)) {
    if (stream.top) tops.set(stream.tab, [...(tops.get(stream.tab) ?? []), stream]);
  }

  function tabAt(at: number): number | undefined {
    const visit =
      visits[
        Math.max(
          0,
          lastAtOrBefore(visits, at, (it) => it.at),
        )
      ];
    return visit?.tab ?? latestTop(at)?.tab;
  }

  /** Without visits the document begun last is the one in front. */
  function latestTop(at: number): Stream | undefined {
    const all = [...tops.values()].flat().sort((a, b) => a.startedAt - b.startedAt);
    return all[
      Math.max(
        0,
        lastAtOrBefore(all, at, (it) => it.startedAt),
      )
    ];
  }

  function placeAt(at: number): Place {
    const tab = tabAt(at);
    const streams = tab === undefined ? [] : (tops.get(tab) ?? []);
    // A tab or a walk that just began shows its first document before that document said so.
    const coming = streams[0] && streams[0].startedAt - at <= mostLag ? streams[0] : undefined;
    const stream = streams[lastAtOrBefore(streams, at, (it) => it.startedAt)] ?? coming;
    const window = stream && index.findWindow(stream.id, at);
    const inTime = window !== undefined && window.from - at <= mostLag;
    const gap = findGap(report.gaps, at, tab, stream?.id, inTime && index.covers(stream?.id ?? '', at));
    const url = stream?.url ?? '';
    if (gap || !stream || !window || !inTime) return { tab, url, why: gap?.why ?? 'not-recorded' };
    return { tab, url, stream, window };
  }

  return { placeAt, tabAt };
}

/** What hides a stream that goes on: what was cut out of it, and the time in which the walker looked at something else. */
const hidesAll: ReadonlySet<Gap['why']> = new Set(['cut', 'outside-walk']);
const hidesNothing: ReadonlySet<Gap['why']> = new Set([
  'picture-dropped',
  'not-shown',
  'frame-unseen',
  'states-held',
  'requests-unseen',
]);

/**
 * The gap that hides the replay at a moment. A gap of the stream itself, a cut and a look outside the walk always do; one of the whole
 * tab (a frame that was not granted, say) only where the stream shows nothing either; a dropped picture, a part that
 * no replay shows or states left out between two others never.
 */
export function findGap(
  gaps: readonly Gap[],
  at: number,
  tab: number | undefined,
  stream: string | undefined,
  shown: boolean,
): Gap | undefined {
  return gaps.find((gap) => {
    if (hidesNothing.has(gap.why) || at < gap.from || at >= gap.to) return false;
    if (gap.stream !== undefined) return gap.stream === stream;
    return (gap.tab === undefined || gap.tab === tab) && (hidesAll.has(gap.why) || !shown);
  });
}
