import { describe, expect, test, vi } from 'vitest';
import { createArrivalAfterPause } from '../../../lib/walk/arrive-after-pause.ts';
import { createTurns } from '../../../lib/walk/turns.ts';
import { startedAt } from '../store/fresh-store.ts';
import { openWalking, redact } from './open-background.ts';

const home = 'https://portal.example/';
const other = 'https://other.example/guide';
const before = {
  id: 'dA1',
  at: startedAt,
  tab: 1,
  frame: 0,
  kind: 'document' as const,
  url: home,
  title: '首页',
  identity: false,
  back: false,
  redirects: 0,
};

async function paused() {
  const all = await openWalking({ tabs: [1, 2] });
  const { fake, log, store } = all;
  await log.put('s1', before);
  fake.webNavigation.documents.set(1, 'A1');
  const onArrived = vi.fn();
  const arrive = createArrivalAfterPause({ ...all, redact, inOrder: createTurns(1), onArrived });
  const visits = () => store.db.visits.where({ sessionId: 's1' }).sortBy('at');
  const at = (tab: number, url: string, document: string) => {
    fake.tabs.all.set(tab, { id: tab, url });
    fake.webNavigation.documents.set(tab, document);
  };
  return { ...all, arrive, onArrived, visits, at };
}

describe('when a walk goes on after a pause', () => {
  test('a page that a tab was led to meanwhile is visited from now on, not since it came', async () => {
    const { arrive, onArrived, visits, at } = await paused();
    at(1, other, 'B2');
    const from = Date.now();
    await arrive();
    const [, visit] = await visits();
    expect(visit).toMatchObject({ id: 'dB2', kind: 'document', tab: 1, url: other, back: false });
    expect(visit?.at).toBeGreaterThanOrEqual(from);
    expect(onArrived).toHaveBeenCalledOnce();
  });

  test('so is that of a tab that was opened meanwhile, looked at or not', async () => {
    const { arrive, visits, at } = await paused();
    at(2, other, 'B2');
    await arrive();
    await arrive();
    expect((await visits()).map(({ tab, kind, url }) => [tab, kind, url])).toEqual([
      [1, 'document', home],
      [2, 'document', other],
    ]);
  });

  test('a page that stands where it stood has its visit', async () => {
    const { arrive, visits, onArrived } = await paused();
    await arrive();
    expect(await visits()).toHaveLength(1);
    expect(onArrived).not.toHaveBeenCalled();
  });

  test('the same document at another address has changed its route', async () => {
    const { arrive, visits, at } = await paused();
    at(1, `${home}#/step2`, 'A1');
    await arrive();
    expect((await visits()).map(({ kind, url }) => [kind, url])).toEqual([
      ['document', home],
      ['route', `${home}#/step2`],
    ]);
  });

  test('a document that was come back to meanwhile is another visit beside its first', async () => {
    const { arrive, log, visits } = await paused();
    await log.put('s1', { ...before, id: 'dB2', at: startedAt + 1000, url: other });
    await arrive();
    const [first, , again] = await visits();
    expect(again?.id.split('.')[0]).toBe(first?.id);
    expect(again?.url).toBe(home);
  });

  test('without the browser’s names for documents, the address tells', async () => {
    const { arrive, fake, visits, at } = await paused();
    fake.webNavigation.documents.delete(1);
    await arrive();
    expect(await visits()).toHaveLength(1);
    at(1, other, '');
    await arrive();
    expect((await visits()).map(({ kind, url }) => [kind, url])).toEqual([
      ['document', home],
      ['document', other],
    ]);
  });

  test('the browser’s own pages are no places, and a walk that is still paused is at none', async () => {
    const { arrive, current, visits, at } = await paused();
    at(2, 'chrome://newtab/', 'N1');
    await arrive();
    await current.change({ state: 'paused' });
    at(1, other, 'B2');
    await arrive();
    expect(await visits()).toHaveLength(1);
  });
});
