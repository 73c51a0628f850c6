import { expect, test } from 'vitest';
import { PainPoint } from '../../../lib/model/pain-point.ts';
import type { SuggestionDecision } from '../../../lib/model/suggestion.ts';
import { freshStore, sessionRow } from './fresh-store.ts';

const point = (id: string) =>
  PainPoint.parse({
    id,
    at: 5,
    interval: { from: 1, to: 9 },
    dimensionId: 'd',
    checkItemId: 'd.1',
    severity: 'minor',
  });
const decision = (verdict: SuggestionDecision['verdict'], painPointId?: string): SuggestionDecision => ({
  id: 'http_error.a1',
  at: 7,
  code: 'http_error',
  verdict,
  ...(painPointId ? { painPointId } : {}),
});

async function ready() {
  const store = freshStore();
  await store.db.sessions.put(sessionRow());
  const points = async () => (await store.db.painPoints.toArray()).map(({ id }) => id);
  return { store, points };
}

test('an accepted suggestion brings its pain point, and taking it back takes that along', async () => {
  const { store, points } = await ready();
  await store.decisions.decide('s1', decision('accepted', 'p1'), point('p1'));
  expect(await points()).toEqual(['p1']);
  expect((await store.sessions.readWhole('s1'))?.decisions).toMatchObject([{ verdict: 'accepted' }]);
  await store.decisions.undecide('s1', 'http_error.a1');
  expect(await points()).toEqual([]);
  expect(await store.decisions.of('s1')).toEqual([]);
});

test('a dismissed suggestion is remembered and makes no pain point', async () => {
  const { store, points } = await ready();
  await store.decisions.decide('s1', decision('dismissed'));
  expect(await points()).toEqual([]);
  expect(await store.decisions.of('s1')).toMatchObject([{ id: 'http_error.a1', verdict: 'dismissed' }]);
});

test('decided anew there is one decision and one pain point, the last', async () => {
  const { store, points } = await ready();
  await store.decisions.decide('s1', decision('accepted', 'p1'), point('p1'));
  await store.decisions.decide('s1', decision('edited', 'p2'), point('p2'));
  expect(await points()).toEqual(['p2']);
  expect(await store.decisions.of('s1')).toHaveLength(1);
  await store.decisions.decide('s1', decision('dismissed'));
  expect(await points()).toEqual([]);
});

test('decisions go with their session', async () => {
  const { store } = await ready();
  await store.decisions.decide('s1', decision('dismissed'));
  await store.sessions.remove('s1');
  expect(await store.db.decisions.count()).toBe(0);
});
