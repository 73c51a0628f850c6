import type { Stream } from '../model/stream.ts';
import type { ChunkIndex, StreamWindow } from './chunk-index.ts';

/** Frames of the tab that have something recorded in the window but that no document said it holds. */
export function listUngrafted(
  streams: readonly Stream[],
  index: ChunkIndex,
  shown: Stream,
  window: StreamWindow,
  grafted: readonly string[],
): Stream[] {
  // A page that stays still lasts until the tab's next one.
  const next = streams
    .filter(({ top, tab, startedAt }) => top && tab === shown.tab && startedAt > shown.startedAt)
    .reduce((first, { startedAt }) => Math.min(first, startedAt), window.to);
  return streams.filter(
    ({ id, tab, top }) =>
      !top &&
      tab === shown.tab &&
      !grafted.includes(id) &&
      index.chunksBetween(id, window.from, next).some((chunk) => chunk.to >= window.from),
  );
}
