import { expect, test, vi } from 'vitest';
import { createUpdateSurvivor } from '../../../lib/walk/go-on-after-update.ts';
import { batch, openWalk, sessionRow, startedAt } from '../store/fresh-store.ts';
import { openBackground } from './open-background.ts';

/** A new worker after an update: another browser run by name, the session of the one before in the store. */
async function updated(changes: Parameters<typeof sessionRow>[1] = {}) {
  const all = openBackground();
  await openWalk(all.store);
  await all.store.db.sessions.put(sessionRow('s1', { browserRun: 'gone', tabs: [1, 2], ...changes }));
  await all.store.keepBatch(batch(4));
  const injector = { register: vi.fn(), relieveIn: vi.fn(), intoTab: vi.fn(async () => true) };
  const survivor = createUpdateSurvivor({
    ...all,
    injector: injector as never,
    collectAside: async () => {},
    onGoesOn: async () => {},
  });
  const install = (reason: string) => all.fake.runtime.onInstalled.fire({ reason });
  return { ...all, injector, install, survivor };
}
const portal = { url: 'https://portal.example/' };

test('the walk goes on in the tabs that are left; what was not recorded is a gap, and the walker is told', async () => {
  vi.setSystemTime(startedAt + 30_000);
  const { store, fake, current, injector, install } = await updated();
  fake.tabs.all.set(2, { id: 2, ...portal });
  await install('update');
  await vi.waitFor(async () => expect((await store.sessions.find('s1'))?.warnings).toHaveLength(1));
  expect((await current.find())?.session).toMatchObject({ id: 's1', state: 'recording', tabs: [2] });
  expect(injector.register).toHaveBeenCalledOnce();
  expect(injector.relieveIn.mock.invocationCallOrder[0]).toBeLessThan(
    injector.intoTab.mock.invocationCallOrder[0] ?? 0,
  );
  expect(await store.db.gaps.toArray()).toMatchObject([
    { why: 'extension-updated', from: startedAt + 4020, to: startedAt + 30_000, detail: '9.9.9' },
  ]);
});

test('after the browser itself was started it is not an update in the middle of a walk', async () => {
  const { fake, current, install, store } = await updated();
  fake.tabs.all.set(1, { id: 1, ...portal });
  await fake.runtime.onStartup.fire();
  await install('update');
  expect(await current.find()).toBeUndefined();
  expect(await store.db.gaps.count()).toBe(0);
});

test.each(['install', 'chrome_update'])('%s takes no walk over', async (reason) => {
  const { fake, current, install } = await updated();
  fake.tabs.all.set(1, { id: 1, ...portal });
  await install(reason);
  expect(await current.find()).toBeUndefined();
});

test('with none of its tabs left the walk is offered for recovery instead', async () => {
  const { survivor, current, store } = await updated();
  await survivor.goOn();
  expect(await current.find()).toBeUndefined();
  expect((await store.sessions.find('s1'))?.browserRun).toBe('gone');
});

test('a walk that was paused stays paused', async () => {
  const { fake, current, survivor } = await updated({
    state: 'paused',
    pauses: [{ from: startedAt, reason: '' }],
  });
  fake.tabs.all.set(1, { id: 1, ...portal });
  await survivor.goOn();
  expect((await current.find())?.session.state).toBe('paused');
});
