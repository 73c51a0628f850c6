import { beforeEach, expect, test, vi } from 'vitest';
import { watchGrant } from '../../../lib/walk/watch-grant.ts';
import { startedAt } from '../store/fresh-store.ts';
import { openBackground, openWalking } from './open-background.ts';

let granted: boolean;
let all: Awaited<ReturnType<typeof openWalking>>;
let grant: ReturnType<typeof watchGrant>;
const minute = 60_000;
const injector = { intoTab: vi.fn(async () => true) };
const gaps = async () =>
  (await all.store.db.gaps.toArray()).map(({ why, from, to }) => [why, from - startedAt, to - startedAt]);
const watch = (on: ReturnType<typeof openBackground>) => watchGrant({ ...on, injector });
const setGranted = async (to: boolean, at: number, on = all) => {
  granted = to;
  vi.setSystemTime(startedAt + at);
  await (to ? on.fake.permissions.onAdded : on.fake.permissions.onRemoved).fire();
};

beforeEach(async () => {
  granted = true;
  all = await openWalking();
  all.fake.permissions.contains = async () => granted;
  grant = watch(all);
});

test('from the right to read pages being withdrawn until it is given back is a gap', async () => {
  await setGranted(false, minute);
  expect(await gaps()).toEqual([['not-granted', minute, minute]]);
  expect((await all.store.sessions.find('s1'))?.warnings).toMatchObject([{ code: 'permissionRevoked' }]);
  await setGranted(true, 3 * minute);
  expect(await gaps()).toEqual([['not-granted', minute, 3 * minute]]);
  expect(injector.intoTab).toHaveBeenCalledWith(1);
  await setGranted(false, 5 * minute);
  expect(await gaps()).toHaveLength(2);
});

test('or until the walk’s end, also by a worker that comes later', async () => {
  await setGranted(false, minute);
  vi.setSystemTime(startedAt + 2 * minute);
  await watch(openBackground(all)).look();
  expect(await gaps()).toEqual([['not-granted', minute, 2 * minute]]);
});

test('a withdrawal whose event was lost is seen at the next look; a walk that may read pages has none', async () => {
  await grant.look();
  expect(await gaps()).toEqual([]);
  granted = false;
  vi.setSystemTime(startedAt + minute);
  await grant.look();
  expect(await gaps()).toEqual([['not-granted', minute, minute]]);
});

test('without a walk nothing is written', async () => {
  await all.current.change({ state: 'finished' });
  all.current.reload();
  await setGranted(false, minute);
  expect(await gaps()).toEqual([]);
});
