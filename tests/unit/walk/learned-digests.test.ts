import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRedactor, createSessionDigests } from '../../../lib/redact/index.ts';
import { createLearnedDigests } from '../../../lib/walk/learned-digests.ts';
import { byPolicy } from '../../../lib/walk/redact-by-policy.ts';
import { asBrowser, fakeBrowser } from './fake-browser.ts';

const floor = {
  text: (text: string) => text,
  url: (url: string) => url,
  by: (known: Parameters<typeof createRedactor>[0]) => {
    const { redactText, redactUrl } = createRedactor(known);
    return { text: (text: string) => redactText(text).text, url: (url: string) => redactUrl(url) };
  },
};

afterEach(() => void vi.useRealTimers());

function openWorker(fake = fakeBrowser()) {
  const told: [number, string[]][] = [];
  const learned = createLearnedDigests({
    browser: asBrowser(fake),
    createDigests: createSessionDigests,
    tell: async (tab, digests) => void told.push([tab, digests]),
  });
  return { fake, told, learned };
}

/** A page that got these orders and read a name beside its label. */
async function pageThatReads(name: string, { learned }: ReturnType<typeof openWorker>) {
  const orders = await learned.orders();
  if (!orders) throw new Error('no session is open');
  const digests = createSessionDigests(orders.secret, orders.digests);
  createRedactor({ digests }).redactLabelled('姓名', name);
  return digests.takeFresh();
}

describe('what one page of a walk has learned', () => {
  test('is told to the pages of all its tabs and to those that come later, and masks the titles the browser tells', async () => {
    const worker = openWorker();
    await worker.learned.open({ id: 's1' });
    const redact = byPolicy(floor, () => ({ privacy: 'full', markKey: 'k' }), worker.learned.now);
    expect(redact.text('张晓禾的空间')).toBe('张晓禾的空间');
    const fresh = await pageThatReads('张晓禾', worker);
    await worker.learned.take([4, 7], fresh);
    expect(worker.told).toEqual([
      [4, fresh],
      [7, fresh],
    ]);
    expect(redact.text('张晓禾的空间')).toMatch(/^〔姓名·[A-Z]{3}〕的空间$/);
    expect(redact.url('https://p.example/u/%E5%BC%A0%E6%99%93%E7%A6%BE/files', undefined)).not.toContain(
      '%E5%BC%A0',
    );
    const later = await worker.learned.orders();
    const { redactText } = createRedactor({
      digests: createSessionDigests(later?.secret ?? '', later?.digests),
    });
    expect(redactText('经办张晓禾').text).toBe('经办〔姓名〕');
  });

  test('is known to a worker that begins anew, and to none of another session', async () => {
    const first = openWorker();
    await first.learned.open({ id: 's1' });
    await first.learned.take([], await pageThatReads('张晓禾', first));
    const second = openWorker(first.fake);
    await second.learned.open({ id: 's1' });
    expect(second.learned.now()?.find('张晓禾')).toHaveLength(1);
    await second.learned.open({ id: 's2' });
    expect(second.learned.now()?.find('张晓禾')).toEqual([]);
  });

  test('is nowhere as a value, and in no storage that outlives the browser', async () => {
    const worker = openWorker();
    await worker.learned.open({ id: 's1' });
    await worker.learned.take([1], await pageThatReads('张晓禾', worker));
    const { session, local } = worker.fake.storage;
    expect(JSON.stringify([...session.kept])).not.toContain('张晓禾');
    expect([...session.kept.keys()]).toEqual(['learned.s1']);
    expect(local.kept.size).toBe(0);
  });

  test('is taken from a page only as digests, each once, and no more than there is room for', async () => {
    const worker = openWorker();
    await worker.learned.open({ id: 's1' });
    await worker.learned.take([1], ['张晓禾', 'a b name', 'a b name', 7, null, { a: 1 }, 'x'.repeat(99)]);
    expect(worker.told).toEqual([[1, ['a b name']]]);
    await worker.learned.take(
      [1],
      Array.from({ length: 900 }, (_, i) => `${i.toString(36)} b name`),
    );
    expect((await worker.learned.orders())?.digests.length).toBe(700);
  });

  test('is forgotten when many sessions have come since', async () => {
    const worker = openWorker();
    for (let i = 0; i < 20; i += 1) await worker.learned.open({ id: `s${i}` });
    expect(worker.fake.storage.session.kept.size).toBeLessThanOrEqual(8);
    expect(worker.fake.storage.session.kept.has('learned.s19')).toBe(true);
  });

  test('goes with the session that was walked longest ago, however the browser sorts its keys', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const worker = openWorker();
    const area = worker.fake.storage.session;
    const get = area.get.bind(area);
    area.get = async (keys) =>
      Object.fromEntries(Object.entries(await get(keys)).sort(([a], [b]) => (a < b ? -1 : 1)));
    // One of an extension before an update, which wrote no moment.
    await area.set({ 'learned.y': { secret: 'k', digests: [] } });
    for (const id of ['z', 'x', 'c', 'a', 'b', 'e', 'd']) {
      await worker.learned.open({ id });
      vi.setSystemTime(Date.now() + 1000);
    }
    // Walked on after the others began.
    await worker.learned.open({ id: 'z' });
    await worker.learned.take([], ['a b name']);
    vi.setSystemTime(Date.now() + 1000);
    const left = () => [...area.kept.keys()].map((key) => key.replace('learned.', '')).sort();
    await worker.learned.open({ id: 'f' });
    expect(left()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'x', 'z']);
    vi.setSystemTime(Date.now() + 1000);
    await worker.learned.open({ id: 'A' });
    expect(left()).toEqual(['A', 'a', 'b', 'c', 'd', 'e', 'f', 'z']);
  });
});
