import type { SessionReport } from '../model/report.ts';
import type { Chunk, Stream } from '../model/stream.ts';

/** A keyframe chunk and those that go on from it: what one Replayer plays. `to`: the next keyframe's begin. */
export type StreamWindow = { chunks: Chunk[]; from: number; to: number };

export type ChunkIndex = {
  /** The window that shows the stream at a moment; its first one for moments before it; undefined for none. */
  findWindow(stream: string, at: number): StreamWindow | undefined;
  /** The chunks that give a stream's state at `from` and its changes until `to`. */
  chunksBetween(stream: string, from: number, to: number): Chunk[];
  /** True when some chunk of the stream reaches over the moment. */
  covers(stream: string, at: number): boolean;
  streamsByToken(token: string): Stream[];
};

/** Everything replay asks of the manifest, by binary search; no chunk is opened. */
export function createChunkIndex(report: Pick<SessionReport, 'streams' | 'chunks'>): ChunkIndex {
  const windows = new Map<string, StreamWindow[]>();
  const ordered = [...report.chunks].sort((a, b) => a.n - b.n);
  for (const chunk of ordered) {
    const known = windows.get(chunk.stream) ?? [];
    windows.set(chunk.stream, known);
    const last = known.at(-1);
    if (chunk.keyframe) {
      if (last) last.to = chunk.from;
      known.push({ chunks: [chunk], from: chunk.from, to: Number.POSITIVE_INFINITY });
    } else last?.chunks.push(chunk);
  }
  const byToken = new Map<string, Stream[]>();
  for (const stream of report.streams)
    byToken.set(stream.token, [...(byToken.get(stream.token) ?? []), stream]);

  const placeOf = (stream: string, at: number) =>
    Math.max(
      0,
      lastAtOrBefore(windows.get(stream) ?? [], at, (window) => window.from),
    );

  return {
    findWindow: (stream, at) => windows.get(stream)?.[placeOf(stream, at)],
    chunksBetween(stream, from, to) {
      const known = windows.get(stream) ?? [];
      const rest = known.slice(placeOf(stream, from)).flatMap(({ chunks }) => chunks);
      return rest.filter((chunk) => chunk.from < to);
    },
    covers: (stream, at) =>
      windows.get(stream)?.[placeOf(stream, at)]?.chunks.some(({ from, to }) => from <= at && at <= to) ??
      false,
    streamsByToken: (token) => byToken.get(token) ?? [],
  };
}

/** Index of the last of `sorted` whose key is not after `at`; -1 when all are. */
export function lastAtOrBefore<T>(sorted: readonly T[], at: number, key: (item: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle] as T) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
