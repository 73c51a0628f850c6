import { expect, test, vi } from 'vitest';
import { followTabs } from '../../../lib/walk/follow-tabs.ts';
import { fillDisk, openWalking } from './open-background.ts';

async function following() {
  const all = await openWalking();
  const onShown = vi.fn();
  const injector = { intoTab: vi.fn(async () => true) };
  const tabs = followTabs({ ...all, injector: injector as never, onShown });
  const session = async () => all.store.sessions.find('s1');
  const shown = async () => (await all.store.db.visits.toArray()).map((visit) => [visit.kind, visit.tab]);
  return { ...all, tabs, injector, onShown, session, shown };
}

test('a tab that the browser puts in the place of another is the walk’s tab from then on, and the one looked at', async () => {
  const { fake, injector, session, shown } = await following();
  await fake.tabs.onReplaced.fire(9, 1);
  expect(await session()).toMatchObject({ tabs: [9], visibleTab: 9 });
  expect(injector.intoTab).toHaveBeenCalledWith(9);
  expect(await shown()).toEqual([['tab', 9]]);
});

test('one that takes the place of a tab outside the walk is none of ours', async () => {
  const { fake, session } = await following();
  await fake.tabs.onReplaced.fire(9, 5);
  expect((await session())?.tabs).toEqual([1]);
});

test('a change of tabs whose event was lost is seen at the next look, once', async () => {
  const { fake, tabs, current, session, shown } = await following();
  await current.change({ tabs: [1, 2] });
  fake.tabs.all.clear();
  fake.tabs.all.set(2, { id: 2, url: '', active: true });
  await tabs.look();
  await tabs.look();
  expect((await session())?.visibleTab).toBe(2);
  expect(await shown()).toEqual([['tab', 2]]);
});

test('on a full disk a tab joins the walk all the same, and is written once there is room', async () => {
  const { fake, store, rows, current, injector, session, shown } = await following();
  fillDisk(store, true);
  fake.tabs.all.set(2, { id: 2, url: '', active: true });
  await fake.webNavigation.onCreatedNavigationTarget.fire({ sourceTabId: 1, tabId: 2 });
  expect((await current.findFor(2))?.session.visibleTab).toBe(2);
  expect(injector.intoTab).toHaveBeenCalledWith(2);
  expect((await session())?.tabs).toEqual([1]);
  fillDisk(store, false);
  await current.settle();
  await rows.settle();
  expect(await session()).toMatchObject({ tabs: [1, 2], visibleTab: 2 });
  expect(await shown()).toEqual([['tab', 2]]);
});
