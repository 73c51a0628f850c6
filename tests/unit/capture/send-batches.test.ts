import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBatchSender } from '../../../lib/capture/send-batches.ts';
import type { BatchContent } from '../../../lib/messages.ts';

type Sent = { seq: number; json: string };

/** As much of a page as the sender looks at. */
const page = {
  document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  window: new EventTarget(),
};

let life: AbortController;
/** Everything that left the page, in order, repeats too. */
let sent: Sent[];
/** What the background has kept, as it keeps it: the first time counts. */
let kept: Map<number, BatchContent>;
let background: (batch: Sent) => Promise<'kept' | 'gone'>;
let losses: number;
let gone: number;
let sender: ReturnType<typeof createBatchSender>;

const keep = async (batch: Sent) => {
  if (!kept.has(batch.seq)) kept.set(batch.seq, JSON.parse(batch.json) as BatchContent);
  return 'kept' as const;
};
const full = async () => Promise.reject(new Error('QuotaExceededError'));

beforeEach(() => {
  vi.useFakeTimers();
  page.document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  page.window = new EventTarget();
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('addEventListener', page.window.addEventListener.bind(page.window));
  life = new AbortController();
  sent = [];
  kept = new Map();
  losses = 0;
  gone = 0;
  background = keep;
  const send = (batch: Sent) => {
    sent.push(batch);
    return background(batch);
  };
  sender = createBatchSender(
    send,
    () => {
      losses += 1;
    },
    () => {
      gone += 1;
    },
    life.signal,
  );
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const event = (name: string, size = 100, timestamp = 0) =>
  sender.event({ type: 3, name, timestamp, text: 'x'.repeat(size) }, size, { eventsMs: 1 });
/** What the recorder makes when a loss is told: a snapshot, which begins with rrweb's Meta event. */
const snapshot = (name: string, size = 100, timestamp = 0) => {
  sender.cut();
  sender.event({ type: 4, name, timestamp, text: 'x'.repeat(size) }, size, { snapshotMs: 1 });
};
const gaps = () => [...kept.values()].flatMap((content) => content.gaps);
const action = (id: string) => sender.row('actions', { id, at: 1 } as never);
const settle = () => vi.advanceTimersByTimeAsync(0);
const second = () => vi.advanceTimersByTimeAsync(1000);
const namesIn = (content: BatchContent | undefined) =>
  (content?.events ?? []).map((each) => (each as { name: string }).name);
const keptNames = () => [...kept].sort(([a], [b]) => a - b).flatMap(([, content]) => namesIn(content));
const keptActions = () =>
  [...kept].sort(([a], [b]) => a - b).flatMap(([, content]) => content.actions.map((each) => each.id));

describe('a batch', () => {
  test('leaves the page half a second after its first event', async () => {
    event('a');
    await vi.advanceTimersByTimeAsync(499);
    expect(sent).toEqual([]);
    event('b');
    await vi.advanceTimersByTimeAsync(1);
    expect(keptNames()).toEqual(['a', 'b']);
  });

  test('leaves at once when it is big', async () => {
    event('snapshot', 256 * 1024);
    await settle();
    expect(keptNames()).toEqual(['snapshot']);
  });

  test('holds rows, masked counts and cost beside the events', async () => {
    event('a');
    action('click');
    sender.masked({ mobile: 1 });
    sender.masked({ mobile: 2, name: 1 });
    await second();
    expect(kept.get(0)).toMatchObject({
      actions: [{ id: 'click' }],
      masked: { mobile: 3, name: 1 },
      cost: { snapshotMs: 0, eventsMs: 1 },
    });
  });

  test('is cut where a snapshot begins', async () => {
    event('before');
    sender.cut();
    event('snapshot');
    await second();
    expect([...kept.values()].map(namesIn)).toEqual([['before'], ['snapshot']]);
  });

  test('is numbered from 0 without holes, and nothing is sent twice when all goes well', async () => {
    for (const name of ['a', 'b', 'c']) {
      event(name);
      await second();
    }
    sender.flush();
    await second();
    expect(sent.map((batch) => batch.seq)).toEqual([0, 1, 2]);
  });
});

describe('until it is kept', () => {
  test('a batch is sent again, and those after it wait for it', async () => {
    background = full;
    event('a');
    await second();
    event('b');
    await vi.advanceTimersByTimeAsync(20_000);
    event('c');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent.length).toBeGreaterThan(3);
    expect(new Set(sent.map((batch) => batch.seq))).toEqual(new Set([0]));
    background = keep;
    await vi.advanceTimersByTimeAsync(5000);
    expect([...kept.keys()]).toEqual([0, 1, 2]);
    expect(keptNames()).toEqual(['a', 'b', 'c']);
    expect(losses).toBe(0);
  });

  test('it is not sent over and over without a pause', async () => {
    background = full;
    event('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.length).toBeLessThan(25);
  });

  test('an ack that was lost costs a repeat, no event', async () => {
    background = async (batch) => {
      await keep(batch);
      background = keep;
      throw new Error('the worker was stopped before it could answer');
    };
    event('a');
    await second();
    await second();
    expect(sent.map((batch) => batch.seq)).toEqual([0, 0]);
    expect(keptNames()).toEqual(['a']);
  });

  test('when the session is over for this frame, nothing is sent any more', async () => {
    background = async () => 'gone';
    event('a');
    await second();
    expect(gone).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
  });

  test('when the recorder stops, so do the repeats', async () => {
    background = full;
    event('a');
    await second();
    life.abort();
    const before = sent.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(before);
  });
});

describe('beyond what a page may hold', () => {
  const big = 1024 * 1024;

  test('replay events go, the numbers show it, and a snapshot is asked for once the way is free', async () => {
    background = full;
    for (let n = 0; n < 20; n += 1) {
      event(`e${n}`, big, 1000 + n);
      await settle();
    }
    expect(losses, 'a snapshot now would only fill the page further').toBe(0);
    background = keep;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(losses).toBe(1);
    event('of no use', 100, 2000);
    snapshot('whole', 100, 3000);
    event('goes on', 100, 3001);
    await second();
    // What is under way is not dropped; nothing that builds on what was dropped is sent.
    expect(keptNames()).toEqual(['e0', 'whole', 'goes on']);
    expect([...kept.keys()].sort((x, y) => x - y).at(-1), 'the holes show in the numbers').toBeGreaterThan(5);
    expect(gaps().at(-1)).toMatchObject({ why: 'not-stored', from: 1001, to: 3000 });
    expect(new Set(gaps().map((gap) => gap.id)).size, 'one loss, one gap').toBe(1);
  });

  test('a snapshot that came meanwhile is what the replay goes on with, and no other is asked for', async () => {
    background = full;
    for (let n = 0; n < 20; n += 1) {
      if (n === 14) snapshot('whole', big, 1014);
      else event(`e${n}`, big, 1000 + n);
      await settle();
    }
    background = keep;
    await vi.advanceTimersByTimeAsync(10_000);
    const names = keptNames();
    expect(names.slice(0, 2)).toEqual(['e0', 'whole']);
    expect(names.at(-1)).toBe('e19');
    expect(losses).toBe(0);
    expect(gaps().at(-1)).toMatchObject({ why: 'not-stored', from: 1001, to: 1014 });
  });

  test('it holds no more than the cap', async () => {
    background = full;
    for (let n = 0; n < 40; n += 1) {
      event(`e${n}`, big);
      await settle();
    }
    sent = [];
    background = keep;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.reduce((sum, batch) => sum + batch.json.length, 0)).toBeLessThan(17 * big);
  });

  test('what the walker did is no replay and is never dropped', async () => {
    background = full;
    const actions = Array.from({ length: 30 }, (_, n) => `a${n}`);
    for (const id of actions) {
      action(id);
      event(`e-${id}`, big);
      await settle();
    }
    background = keep;
    event('later');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(keptNames().length).toBeLessThan(31);
    expect(keptActions().sort()).toEqual(actions.sort());
  });

  test('a page whose snapshot alone is over the cap is not asked for snapshots without end', async () => {
    background = full;
    snapshot('huge', 17 * big);
    await settle();
    event('small');
    await second();
    background = keep;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keptNames()).toEqual(['huge', 'small']);
    expect(losses).toBe(0);
  });
});

describe('on the way out', () => {
  test.each(['pagehide', 'hidden'])('everything goes at once and in order: %s', async (how) => {
    background = () => new Promise(() => {});
    event('a');
    await second();
    event('b');
    sender.cut();
    event('c');
    if (how === 'pagehide') page.window.dispatchEvent(new Event('pagehide'));
    else {
      page.document.visibilityState = 'hidden';
      page.document.dispatchEvent(new Event('visibilitychange'));
    }
    // The first was under way already and goes again: nobody knows whether it will be answered.
    expect(sent.map((batch) => batch.seq)).toEqual([0, 0, 1, 2]);
  });

  test('a tab that comes back does not send everything', async () => {
    event('a');
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(sent).toEqual([]);
  });

  test('what was not kept on the way out is sent again when the page lives on', async () => {
    background = full;
    event('a');
    void sender.flushNow();
    await settle();
    background = keep;
    await vi.advanceTimersByTimeAsync(5000);
    expect(keptNames()).toEqual(['a']);
  });
});
