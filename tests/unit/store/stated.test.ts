import { beforeEach, expect, test } from 'vitest';
import { Aim } from '../../../lib/model/aim.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { freshStore, sessionRow } from './fresh-store.ts';

let store: Store;
const aim = Aim.parse({ id: 'a1', text: '材料会不会重复交' });
const session = async () => (await store.db.sessions.get('s1'))!;

beforeEach(async () => {
  store = freshStore();
  await store.db.sessions.put(sessionRow('s1', { state: 'finished' }));
});

test('what the walker states of a finished walk is amended in its own row, and the rest of it stays', async () => {
  const before = await session();
  await store.stated.addAim('s1', aim);
  await store.stated.judgeAim('s1', { id: 'a1', state: 'found', painPointId: 'p1' });
  await store.stated.rate('s1', { level: 'satisfied', reasons: ['guide'], note: '' });
  const after = await session();
  expect(after.aims).toMatchObject([{ id: 'a1', state: 'found', painPointIds: ['p1'] }]);
  expect(after.rating).toMatchObject({ level: 'satisfied', reasons: ['guide'] });
  expect({ ...after, aims: undefined, rating: undefined }).toEqual({
    ...before,
    aims: undefined,
    rating: undefined,
  });
});

test('taken back, a rating is not there; dropped, an aim is not', async () => {
  await store.stated.addAim('s1', aim);
  await store.stated.rate('s1', { level: 'dissatisfied', reasons: [], note: '' });
  await store.stated.dropAim('s1', 'a1');
  await store.stated.rate('s1', null);
  expect((await session()).aims).toEqual([]);
  expect('rating' in (await session())).toBe(false);
});

test('a rating that does not fit the model is refused and changes nothing', async () => {
  await store.stated.rate('s1', { level: 'satisfied', reasons: [], note: '' });
  await expect(store.stated.rate('s1', { level: 'fine' as never, reasons: [], note: '' })).rejects.toThrow();
  expect((await session()).rating?.level).toBe('satisfied');
});

test('what is said of a session that is gone is said to nobody', async () => {
  await store.stated.addAim('s9', aim);
  expect(await store.db.sessions.count()).toBe(1);
});
