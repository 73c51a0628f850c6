import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBatchSender } from '../../../lib/capture/send-batches.ts';
import { gunzip } from '../../../lib/store/gzip.ts';
import { receiveBatch } from '../../../lib/walk/receive-batches.ts';
import type { OpenWalk } from '../../../lib/walk/types.ts';
import { freshStore, openWalk, startedAt } from '../store/fresh-store.ts';

/** What may happen to a message on its way: arrive, be lost, lose its answer, arrive again later behind others. */
type Fate = 'arrives' | 'is lost' | 'loses its answer' | 'comes twice';
type Doing =
  | { do: 'events'; count: number; size: number }
  | { do: 'flush' }
  | { do: 'break' }
  | { do: 'heal' };
type Event = { type: number; timestamp: number; n: number };

const fates = fc.array(fc.constantFrom<Fate>('arrives', 'is lost', 'loses its answer', 'comes twice'), {
  maxLength: 30,
});
const doings = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('events' as const),
        count: fc.integer({ min: 1, max: 6 }),
        size: fc.constantFrom(50, 50, 50, 3_000_000),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('break' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('heal' as const) }) },
  ),
  { minLength: 3, maxLength: 30 },
);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page, a way that does what it will, and the real store behind it; gives what was sent, acked and kept. */
async function run(plan: readonly Doing[], ways: readonly Fate[]) {
  const store = freshStore();
  await openWalk(store);
  const walk = { session: await store.sessions.find('s1'), profile: undefined } as OpenWalk;
  const from = { stream: 'st1', tab: 1, frame: 0 };
  const acked = new Set<number>();
  const behind: { seq: number; json: string }[] = [];
  const life = new AbortController();
  let broken = false;
  let under = 0;
  let n = 0;
  let sent = 0;
  const made: Event[] = [];

  const receive = ({ seq, json }: { seq: number; json: string }) =>
    receiveBatch(store, walk, from, seq, json);
  const deliver = async (batch: { seq: number; json: string }): Promise<'kept'> => {
    const fate = broken ? 'is lost' : (ways[sent++] ?? 'arrives');
    if (fate === 'is lost') throw new Error('lost');
    await receive(batch);
    if (fate === 'loses its answer') throw new Error('no answer');
    if (fate === 'comes twice') behind.push(batch);
    acked.add(batch.seq);
    return 'kept';
  };
  const send = (batch: { seq: number; json: string }) => {
    under += 1;
    return deliver(batch).finally(() => {
      under -= 1;
    });
  };
  const emit = (type: number, size = 20) => {
    const event = { type, timestamp: startedAt + n, n: n++ };
    made.push(event);
    sender.event({ ...event, data: 'x'.repeat(size) }, size, {});
  };
  const snapshot = () => {
    sender.cut();
    emit(4);
    emit(2);
  };
  const sender = createBatchSender(send, snapshot, () => {}, life.signal);
  /** Lets everything under way end, and the clock of the page go on. */
  const settle = async () => {
    do await new Promise((resolve) => setImmediate(resolve));
    while (under > 0);
    await vi.advanceTimersByTimeAsync(6000);
  };

  snapshot();
  for (const each of plan) {
    if (each.do === 'events') for (let count = 0; count < each.count; count += 1) emit(3, each.size);
    else if (each.do === 'flush') sender.flush();
    else broken = each.do === 'break';
    await settle();
    const late = behind.shift();
    if (late && Math.max(...acked) > late.seq) await receive(late);
  }
  broken = false;
  for (let quiet = 0; quiet < 4; quiet = under ? 0 : quiet + 1) await settle();
  for (const late of behind) await receive(late);
  emit(3);
  sender.flush();
  for (let quiet = 0; quiet < 4; quiet = under ? 0 : quiet + 1) await settle();
  life.abort();

  const batches = await store.db.batches
    .where('[stream+seq]')
    .between(['st1', 0], ['st1', Infinity])
    .toArray();
  const kept = await Promise.all(
    batches.map(async ({ seq, keyframe, data }) => ({
      seq,
      keyframe,
      events: JSON.parse(await gunzip(data)) as Event[],
    })),
  );
  return { made, acked, kept, gaps: await store.db.gaps.toArray() };
}

test('whatever happens on the way: acked is stored, once and in order; every hole is named and followed by a snapshot', async () => {
  let holesMet = 0;
  await fc.assert(
    fc.asyncProperty(doings, fates, async (plan, ways) => {
      const { made, acked, kept, gaps } = await run(plan, ways);
      const numbers = kept.map(({ seq }) => seq);
      expect(
        [...acked].filter((seq) => !numbers.includes(seq)),
        'acked and not stored',
      ).toEqual([]);
      const events = kept.flatMap((batch) => batch.events.map((event) => event.n));
      expect(events, 'in order, none twice').toEqual([...new Set(events)].sort((a, b) => a - b));
      expect(events.at(-1), 'the last event arrives').toBe(made.at(-1)?.n);

      kept.forEach((batch, at) => {
        const before = at === 0 ? -1 : (numbers[at - 1] ?? -1);
        if (batch.seq === before + 1) return;
        holesMet += 1;
        const playable = kept.slice(at).find((each) => each.events.length > 0);
        expect(playable?.keyframe, `after the hole before ${batch.seq}`).toBe(true);
      });
      const lost = made.filter((event) => !events.includes(event.n));
      const unnamed = lost.filter(
        ({ timestamp }) =>
          !gaps.some(
            (gap) =>
              gap.why === 'not-stored' &&
              gap.stream === 'st1' &&
              gap.from <= timestamp &&
              gap.to >= timestamp,
          ),
      );
      expect(unnamed, 'lost and not named').toEqual([]);
      if (!lost.length) expect(gaps, 'nothing lost, nothing named').toEqual([]);
    }),
    { numRuns: 30 },
  );
  expect(holesMet, 'the property was put to the test').toBeGreaterThan(0);
}, 240_000);
