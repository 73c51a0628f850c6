import type { Stream } from '../model/stream.ts';
import type { ChunkIndex, StreamWindow } from './chunk-index.ts';
import { type FrozenAssets, noAssets } from './frozen-assets.ts';
import { type FlatStream, graftFrames, linkedTokens } from './graft-frames.ts';
import type { ChunkReader } from './read-chunks.ts';
import { ReplayDataError } from './replay-data-error.ts';
import type { RawEvent, ReplayEvent } from './replay-event.ts';
import { scrollFrames } from './scroll-frames.ts';
import { createScrubber } from './scrub-events.ts';
import { showChoices } from './show-choices.ts';
import { showFocus } from './show-focus.ts';

/** One window's events, scrubbed and grafted, ready for a Replayer. `from`: its snapshot's moment. */
export type AssembledWindow = { events: ReplayEvent[]; from: number; to: number; grafted: string[] };

/** A frame in a frame in a frame: deeper than this nobody nests but an attacker. */
const mostNested = 12;
/** Tag of the event added at the end: a Replayer wants two events at least. */
export const endTag = 'zyb-window-end';

/** Reads a window of a tab's document with all that its frames showed. Throws a ReplayDataError. */
export async function assembleWindow(
  deps: { index: ChunkIndex; reader: ChunkReader; assets?: FrozenAssets },
  stream: Stream,
  window: StreamWindow,
): Promise<AssembledWindow> {
  const grafted: string[] = [];

  async function flatten(of: Stream, above: readonly string[]): Promise<FlatStream> {
    const own = await readStream(deps, of, window);
    const children = new Map<string, FlatStream>();
    const path = [...above, of.id];
    for (const token of path.length < mostNested ? linkedTokens(own.events) : []) {
      const child = deps.index
        .streamsByToken(token)
        .find((it) => !it.top && it.tab === of.tab && !path.includes(it.id) && !grafted.includes(it.id));
      if (!child) continue;
      grafted.push(child.id);
      children.set(token, await flatten(child, path));
    }
    return graftFrames(own, children);
  }

  const events = showChoices(showFocus(scrollFrames((await flatten(stream, [])).events)));
  const snapshot = events.find(({ type }) => type === 2);
  const last = events.at(-1);
  if (!snapshot || !last) throw new ReplayDataError('no-snapshot', stream.id);
  events.push({ type: 5, timestamp: last.timestamp + 1, data: { tag: endTag, payload: {} } });
  return { events, from: snapshot.timestamp, to: window.to, grafted };
}

async function readStream(
  { index, reader, assets }: { index: ChunkIndex; reader: ChunkReader; assets?: FrozenAssets },
  { id }: Stream,
  { from, to }: StreamWindow,
): Promise<FlatStream> {
  const recorded: RawEvent[] = [];
  for (const chunk of index.chunksBetween(id, from, to)) {
    for (const raw of await reader.read(chunk)) if (raw.timestamp < to) recorded.push(raw);
  }
  let scrubbed = scrubAll(recorded, assets);
  // Only a first look tells what a window shows; from then on it is at hand.
  if (assets?.wantsMore()) {
    await assets.load();
    scrubbed = scrubAll(recorded, assets);
  }
  return scrubbed;
}

function scrubAll(recorded: readonly RawEvent[], assets: FrozenAssets | undefined): FlatStream {
  const scrubber = createScrubber(undefined, assets ?? noAssets);
  const events: ReplayEvent[] = [];
  // In the order in which they will be played, else what is known of a node is not what it is. Stable: events of one
  // moment keep the order in which they were recorded.
  for (const raw of [...recorded].sort((a, b) => a.timestamp - b.timestamp)) {
    const event = scrubber.scrub(raw);
    if (event) events.push(event);
  }
  return { events, maxId: scrubber.maxId() };
}
