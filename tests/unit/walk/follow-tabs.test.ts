import { describe, expect, test, vi } from 'vitest';
import { followTabs } from '../../../lib/walk/follow-tabs.ts';
import { createOutsideWatch } from '../../../lib/walk/outside-walk.ts';
import { createTurns } from '../../../lib/walk/turns.ts';
import type { OpenWalk } from '../../../lib/walk/types.ts';
import { fillDisk, openWalking } from './open-background.ts';

async function following() {
  const all = await openWalking();
  const onShown = vi.fn();
  const injector = { intoTab: vi.fn(async () => true) };
  const outside = createOutsideWatch({ ...all, mark: vi.fn(), announce: vi.fn() });
  const gone: string[] = [];
  const onGone = async ({ session }: OpenWalk, tab: number) =>
    void gone.push(`${tab} of ${session.tabs.join()}`);
  const inOrder = createTurns(1);
  const tabs = followTabs({ ...all, inOrder, injector: injector as never, outside, onShown, onGone });
  const session = async () => all.store.sessions.find('s1');
  const shown = async () => (await all.store.db.visits.toArray()).map((visit) => [visit.kind, visit.tab]);
  return { ...all, tabs, injector, onShown, gone, session, shown };
}

test('a tab that the browser puts in the place of another is the walk’s tab from then on, and the one looked at', async () => {
  const { fake, injector, session, shown } = await following();
  await fake.tabs.onReplaced.fire(9, 1);
  expect(await session()).toMatchObject({ tabs: [9], visibleTab: 9 });
  expect(injector.intoTab).toHaveBeenCalledWith(9);
  expect(await shown()).toEqual([['tab', 9]]);
});

test('a tab that got another number while another was looked at says so when it is turned to', async () => {
  const { fake, current, store } = await following();
  await current.change({ tabs: [1, 2], visibleTab: 2 });
  await fake.tabs.onReplaced.fire(9, 1);
  expect(await store.db.visits.count()).toBe(0);
  await fake.tabs.onActivated.fire({ tabId: 9 });
  await fake.tabs.onActivated.fire({ tabId: 2 });
  expect((await store.db.visits.toArray()).map(({ tab, wasTab }) => [tab, wasTab]).sort()).toEqual([
    [2, undefined],
    [9, 1],
  ]);
});

test('one that takes the place of a tab outside the walk is none of ours', async () => {
  const { fake, session } = await following();
  await fake.tabs.onReplaced.fire(9, 5);
  expect((await session())?.tabs).toEqual([1]);
});

test('a tab that has been closed is told of while it is of the walk, and none that is not', async () => {
  const { fake, current, gone, session } = await following();
  await current.change({ tabs: [1, 2] });
  await fake.tabs.onRemoved.fire(2);
  await fake.tabs.onRemoved.fire(5);
  expect(gone).toEqual(['2 of 1,2']);
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

test('a change of tabs in a pause is written when the walk goes on', async () => {
  const { tabs, current, fake, shown } = await following();
  await current.change({ tabs: [1, 2], state: 'paused' });
  await fake.tabs.onActivated.fire({ tabId: 2 });
  expect(await shown()).toEqual([]);
  await current.change({ state: 'recording' });
  await tabs.resumed();
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

describe('a pop-up', () => {
  const opened = { sourceTabId: 1, tabId: 2, timeStamp: 1000 };
  const tab = (id: number, active: boolean) => ({ id, url: '', active });

  test('that opens and closes in one breath leaves a switch there and a switch back', async () => {
    const { fake, session, shown } = await following();
    const { onCreatedNavigationTarget } = fake.webNavigation;
    // The browser does not wait for what is done about its events; in the end only the opener is there.
    await Promise.all([
      fake.tabs.onActivated.fire({ tabId: 2 }),
      onCreatedNavigationTarget.fire(opened),
      fake.tabs.onActivated.fire({ tabId: 1 }),
      fake.tabs.onRemoved.fire(2),
    ]);
    expect((await shown()).map(([, id]) => id).sort()).toEqual([1, 2]);
    expect(await session()).toMatchObject({ tabs: [1], visibleTab: 1 });
  });

  test('that closes gives the view back to its opener, though another window has the focus', async () => {
    const { fake, session } = await following();
    fake.tabs.all.set(2, tab(2, true));
    await fake.webNavigation.onCreatedNavigationTarget.fire(opened);
    expect(await session()).toMatchObject({ tabs: [1, 2], visibleTab: 2 });
    fake.tabs.all.clear();
    // The panel's own window is not one of the walk's.
    fake.tabs.all.set(7, tab(7, true));
    fake.tabs.all.set(1, tab(1, true));
    await fake.tabs.onRemoved.fire(2);
    expect(await session()).toMatchObject({ tabs: [1], visibleTab: 1 });
  });

  test('that joins while another tab closes stays in the walk', async () => {
    const { fake, current, session } = await following();
    await current.change({ tabs: [1, 5] });
    fake.tabs.all.set(2, tab(2, true));
    await Promise.all([
      fake.tabs.onRemoved.fire(5),
      fake.webNavigation.onCreatedNavigationTarget.fire(opened),
    ]);
    expect((await session())?.tabs.sort()).toEqual([1, 2]);
  });
});

describe('something done in a tab of the walk', () => {
  test('shows that it is looked at, when the browser said nothing of it', async () => {
    const { tabs, current, store, session, shown } = await following();
    await current.change({ tabs: [1, 2] });
    const at = Date.now() + 60_000;
    await tabs.acted(2, [at, at + 10]);
    await tabs.acted(2, [at + 20]);
    expect(await session()).toMatchObject({ visibleTab: 2 });
    expect(await shown()).toEqual([['tab', 2]]);
    expect((await store.db.visits.toArray())[0]?.at).toBe(at - 1);
  });

  test('before the last switch shows nothing when it is told after it', async () => {
    const { tabs, current, shown } = await following();
    await current.change({ tabs: [1, 2] });
    await tabs.acted(2, [1000]);
    expect(await shown()).toEqual([]);
  });
});
