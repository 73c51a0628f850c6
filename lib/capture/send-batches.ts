import type { BatchContent } from '../messages.ts';

/** Sent when this old or this big (characters of JSON): whatever is lost when a page dies is no more than that. */
const sendAfterMs = 1000;
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
  let waiting: { seq: number; json: string }[] = [];
  let sending = false;
  let owesSnapshot = false;

  const close = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!size) return;
    waiting.push({ seq, json: JSON.stringify(open) });
    seq += 1;
    open = emptyContent();
    size = 0;
    dropOldest();
  };
  const dropOldest = () => {
    let total = waiting.reduce((sum, batch) => sum + batch.json.length, 0);
    if (total <= keepAtMost) return;
    // The one under way and the newest stay however big they are: else one huge page is answered with ever new snapshots.
    const first = sending ? 1 : 0;
    while (total > keepAtMost / 2 && waiting.length > first + 1) {
      const [dropped] = waiting.splice(first, 1);
      total -= dropped?.json.length ?? 0;
      // The number stays used, so that the hole shows in the evidence; what the walker did is no replay and goes on.
      if (dropped) saveRows(JSON.parse(dropped.json) as BatchContent);
      owesSnapshot = true;
    }
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
  addEventListener('pagehide', leave, { signal });

  return {
    event(event: unknown, eventSize: number, cost: Partial<BatchContent['cost']>) {
      open.events.push(event);
      addCost(cost);
      grow(eventSize);
    },
    row<K extends (typeof rowKinds)[number]>(kind: K, row: BatchContent[K][number]) {
      (open[kind] as unknown[]).push(row);
      grow(rowSize);
    },
    masked(found: Record<string, number>) {
      for (const [kind, count] of Object.entries(found)) open.masked[kind] = (open.masked[kind] ?? 0) + count;
    },
    /** Closes the batch, so that the next event begins a new one. */
    cut: close,
    flush,
    flushNow,
  };
}

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
    gaps: [],
    assets: [],
    masked: {},
    cost: { snapshotMs: 0, eventsMs: 0, longestMs: 0 },
  };
}
