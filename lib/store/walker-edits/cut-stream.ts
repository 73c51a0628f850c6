import type { Chunk } from '../../model/stream.ts';
import type { Event, Rewritten } from './rewrite-chunks.ts';
import { createVirtualPage } from './virtual-page.ts';

/** A stretch that is taken out: from `from` on, until just before `to`. */
export type Stretch = { from: number; to: number };
export type CutStream<C> = {
  chunks: { chunk: C; rewritten: Rewritten }[];
  removed: number;
  /** Snapshots computed so that the replay goes on behind the cut. */
  keyframes: number;
  /** Where the replay goes on only at the next recorded snapshot, because none could be computed. */
  darkUntil: number | undefined;
};

const isSnapshot = (event: Event) => event.type === 2;

/**
 * Takes a stretch out of one stream's chunks (in order). What happened in it is in no event any more; the page as it
 * stood at its end is told anew, as one keyframe, since what follows builds on it.
 */
export async function cutStream<C extends Chunk>(
  chunks: readonly C[],
  { from, to }: Stretch,
  read: (chunk: C) => Promise<Event[]>,
): Promise<CutStream<C>> {
  const result: CutStream<C> = { chunks: [], removed: 0, keyframes: 0, darkUntil: undefined };
  const touched = chunks.findIndex((chunk) => chunk.to >= from && chunk.from < to);
  if (touched < 0) return { ...result, chunks: chunks.map((chunk) => ({ chunk, rewritten: 'same' })) };
  const begin = chunks.findLastIndex((chunk, at) => at <= touched && chunk.keyframe);
  let page = createVirtualPage();
  let isBroken = false;
  let isDark = false;

  for (const [at, chunk] of chunks.entries()) {
    const untouched = at < begin || (result.removed === 0 && at > touched && chunk.from >= to);
    if (untouched || (chunk.from >= to && !isBroken && !isDark)) {
      result.chunks.push({ chunk, rewritten: 'same' });
      continue;
    }
    const events = await read(chunk);
    const before = events.filter((event) => event.timestamp < from);
    const after = events.filter((event) => event.timestamp >= to);
    const cut = events.length - before.length - after.length;
    result.removed += cut;
    isBroken ||= cut > 0;
    try {
      for (const event of events) if (event.timestamp < to) page.feed(event);
    } catch {
      // Events that tell of a page nobody can follow: then the next recorded snapshot has to do.
      page = createVirtualPage();
    }
    if (cut === 0 && !isBroken && !isDark) {
      result.chunks.push({ chunk, rewritten: 'same' });
      continue;
    }
    const groups: { keyframe: boolean; events: Event[] }[] = [];
    if (before.length > 0 && (!chunk.keyframe || before.some(isSnapshot)))
      groups.push({ keyframe: chunk.keyframe, events: before });
    if (after.length > 0) {
      const resumed = resume(after);
      if (resumed) groups.push(resumed);
    }
    const same = cut === 0 && groups.length === 1 && groups[0]?.events.length === events.length;
    result.chunks.push({ chunk, rewritten: same ? 'same' : groups });
  }
  if (isDark) result.darkUntil = Number.POSITIVE_INFINITY;
  return result;

  /** The events behind the cut, led by a keyframe where they need one. */
  function resume(after: Event[]): { keyframe: boolean; events: Event[] } | undefined {
    const wasDark = isDark;
    const snapshot = after.findIndex(isSnapshot);
    const own = snapshot < 0 ? -1 : after[snapshot - 1]?.type === 4 ? snapshot - 1 : snapshot;
    const made = own === 0 || isDark ? undefined : page.keyframe(to);
    isBroken = false;
    if (made) {
      result.keyframes += 1;
      return { keyframe: true, events: [...made, ...after] };
    }
    isDark = own < 0;
    if (isDark) return undefined;
    const rest = after.slice(own);
    if (own > 0 || wasDark) result.darkUntil = rest[0]?.timestamp;
    return { keyframe: true, events: rest };
  }
}
