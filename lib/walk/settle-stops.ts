import type { Gap } from '../model/gap.ts';
import type { Chunk, Stream } from '../model/stream.ts';
import type { Visit } from '../model/visit.ts';

type Evidence = {
  streams: readonly Stream[];
  chunks: readonly Chunk[];
  visits: readonly Visit[];
  end: number;
};

/**
 * Gaps of events that could not be masked and were left out, each with the length it turned out to have: the replay of
 * its stream is wrong until the next snapshot, or, when none came, until the next document. Only those that change.
 */
export function settleStops<G extends Gap>(
  gaps: readonly G[],
  { streams, chunks, visits, end }: Evidence,
): G[] {
  return gaps.flatMap((gap) => {
    const stream = streams.find(({ id }) => id === gap.stream);
    if (gap.why !== 'recorder-stopped' || !stream) return [];
    const own = chunks.filter((chunk) => chunk.stream === stream.id);
    const snapshots = own.filter((chunk) => chunk.keyframe && chunk.from > gap.from);
    const documents = visits.filter(
      ({ tab, frame, kind, at }) =>
        tab === stream.tab && frame === 0 && kind === 'document' && at > gap.from + 1,
    );
    const left = stream.top ? end : Math.max(gap.from, ...own.map((chunk) => chunk.to));
    const to = Math.min(left, ...snapshots.map(({ from }) => from), ...documents.map(({ at }) => at));
    return to > gap.to ? [{ ...gap, to }] : [];
  });
}
