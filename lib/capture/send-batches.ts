import type { BatchContent } from '../messages.ts';
import { beginsAnew, createLossNamer } from './name-loss.ts';
import { whenLeft } from './when-left.ts';

/**
 * Sent when this old or this big (characters of JSON). A page that dies loses this and what its last message needs to be
 * stored; together they stay under a second on a machine with both cores busy (`bench loss`: 0.94 s at 1000 ms).
 */
const sendAfterMs = 500;
const sendAtSize = 256 * 1024;
/** A row's guessed size, characters of JSON. */
const rowSize = 400;
/** Un-acknowledged batches kept in the page, characters; beyond it the oldest replay events are dropped and said to be. */
const keepAtMost = 16 * 1024 * 1024;

/** What a batch carries beside replay events; none of it is dropped. */
const rowKinds = [
  'actions',
  'incidents',
  'visits',
  'fields',
  'waits',
  'sightings',
  'timings',
  'guides',
  'gaps',
  'assets',
] as const;

type Send = (batch: { seq: number; json: string }) => Promise<'kept' | 'gone'>;

/**
 * Page buffer -> numbered batches -> acknowledged. A batch leaves the page's memory only when the background says it
 * is kept; until then it is sent again, in order. `onLoss` is called when events had to be dropped, once the way is
 * free again: a fresh snapshot is due. `onGone` when the session is over for this frame. `setAside` gets, when the page
 * is left, what was not acknowledged by then: its message dies with the page if the background has to wake up first.
 */
export function createBatchSender(
  send: Send,
  onLoss: () => void,
  onGone: () => void,
  signal: AbortSignal,
  setAside: (batches: { seq: number; json: string }[]) => void = () => {},
) {
  let open = emptyContent();
  let size = 0;
  let seq = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { seq: number; json: string; keyframe: boolean }[] = [];
  let sending = false;
  let owesSnapshot = false;
  /** Events are dropped, and those that build on them are of no use, until a snapshot comes. */
  let skipping = false;
  const loss = createLossNamer((row) => {
    open.gaps.push(row);
    size += rowSize;
  });

  const close = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!size) return;
    waiting.push({ seq, json: JSON.stringify(open), keyframe: beginsAnew(open.events) });
    seq += 1;
    open = emptyContent();
    size = 0;
    dropOldest();
  };
  const dropOldest = () => {
    // The one under way is not ours to drop.
    const first = sending ? 1 : 0;
    let total = waiting.slice(first).reduce((sum, batch) => sum + batch.json.length, 0);
    if (total <= keepAtMost) return;
    for (let next = waiting[first]; next; next = waiting[first]) {
      // A newest snapshot stays however big it is: else one huge page is answered with ever new ones.
      const newest = waiting.length === first + 1;
      if (next.keyframe && (newest || total <= keepAtMost / 2)) break;
      waiting.splice(first, 1);
      total -= next.json.length;
      // The number stays used, so that the hole shows in the evidence; what the walker did is no replay and goes on.
      const dropped = JSON.parse(next.json) as BatchContent;
      saveRows(dropped);
      loss.lost(dropped.events);
    }
    skipping = waiting.length === first;
    owesSnapshot ||= skipping;
    const goesOnWith = waiting[first];
    if (goesOnWith)
      loss.over(
        (JSON.parse(goesOnWith.json) as { events: { timestamp: number }[] }).events[0]?.timestamp ?? 0,
      );
    else loss.tellSoFar();
  };
  const saveRows = (dropped: BatchContent) => {
    for (const kind of rowKinds) {
      (open[kind] as unknown[]).push(...dropped[kind]);
      size += dropped[kind].length * rowSize;
    }
    addCost(dropped.cost);
  };
  const addCost = (cost: Partial<BatchContent['cost']>) => {
    open.cost.snapshotMs += cost.snapshotMs ?? 0;
    open.cost.eventsMs += cost.eventsMs ?? 0;
    open.cost.longestMs = Math.max(open.cost.longestMs, cost.longestMs ?? 0);
  };
  const keptOne = (batch: (typeof waiting)[number]) => {
    waiting = waiting.filter((each) => each !== batch);
    if (!owesSnapshot) return;
    owesSnapshot = false;
    onLoss();
  };
  const pump = async () => {
    if (sending) return;
    sending = true;
    for (let pause = 250; waiting.length && !signal.aborted; ) {
      const batch = waiting[0];
      if (!batch) break;
      const answer = await send(batch).catch(() => 'failed' as const);
      if (answer === 'gone') {
        waiting = [];
        onGone();
      } else if (answer === 'kept') {
        keptOne(batch);
        pause = 250;
      } else {
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, 5000);
      }
    }
    sending = false;
  };
  const flush = () => {
    close();
    void pump();
  };
  const grow = (by: number) => {
    size += by;
    if (size >= sendAtSize) flush();
    else timer ??= setTimeout(flush, sendAfterMs);
  };
  /**
   * On the way out there is no time to wait for acks: everything goes at once, in order; repeats are harmless. What
   * was not kept is sent again when the page lives on.
   */
  const flushNow = (): Promise<void> => {
    close();
    const sent = waiting.map((batch) =>
      send(batch).then(
        (answer) => {
          if (answer === 'kept') keptOne(batch);
          else waiting = waiting.filter((each) => each !== batch);
        },
        () => {},
      ),
    );
    return Promise.all(sent).then(() => void pump());
  };
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') void flushNow();
    },
    { signal },
  );
  const leave = () => {
    void flushNow();
    if (waiting.length) setAside(waiting);
  };
  whenLeft('send', leave, signal, true);

  return {
    event(event: unknown, eventSize: number, cost: Partial<BatchContent['cost']>) {
      addCost(cost);
      if (skipping && !beginsAnew([event])) return loss.lost([event]);
      if (skipping) {
        skipping = false;
        loss.over((event as { timestamp: number }).timestamp);
      }
      open.events.push(event);
      grow(eventSize);
    },
    /** `size` 0 keeps a row with the event that comes right after it, whose size then counts for both. */
    row<K extends (typeof rowKinds)[number]>(kind: K, row: BatchContent[K][number], size = rowSize) {
      (open[kind] as unknown[]).push(row);
      grow(size);
    },
    masked(found: Record<string, number>) {
      for (const [kind, count] of Object.entries(found)) open.masked[kind] = (open.masked[kind] ?? 0) + count;
    },
    /** Closes the batch, so that the next event begins a new one. */
    cut: close,
    flush,
    flushNow,
    /** For good: everything goes at once, and what nobody answered for is set aside. */
    async end(): Promise<void> {
      await flushNow();
      if (waiting.length) setAside(waiting);
    },
  };
}

export type BatchSender = ReturnType<typeof createBatchSender>;

function emptyContent(): BatchContent {
  return {
    events: [],
    actions: [],
    incidents: [],
    visits: [],
    fields: [],
    waits: [],
    sightings: [],
    timings: [],
    guides: [],
    gaps: [],
    assets: [],
    masked: {},
    cost: { snapshotMs: 0, eventsMs: 0, longestMs: 0 },
  };
}
