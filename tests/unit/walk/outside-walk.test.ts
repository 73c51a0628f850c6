import { describe, expect, test, vi } from 'vitest';
import { followTabs } from '../../../lib/walk/follow-tabs.ts';
import { createJoining } from '../../../lib/walk/join-tab.ts';
import { createOutsideWatch } from '../../../lib/walk/outside-walk.ts';
import { createTurns } from '../../../lib/walk/turns.ts';
import { watchNewTabs } from '../../../lib/walk/watch-new-tabs.ts';
import { openBackground, openWalking, redact } from './open-background.ts';

const own = 'https://private.example/account';

async function walking() {
  const all = await openWalking();
  const { fake, browser, store, log } = all;
  const mark = vi.fn();
  const inOrder = createTurns(1);
  const outside = createOutsideWatch({ ...all, mark, announce: vi.fn() });
  const injector = { intoTab: vi.fn(async () => true) } as never;
  const tabs = followTabs({ ...all, inOrder, injector, outside, onShown: vi.fn(), onGone: vi.fn() });
  watchNewTabs({ ...all, inOrder, tabs });
  const join = createJoining({
    ...all,
    browser: { ...browser, webNavigation: { ...browser.webNavigation, getFrame: async () => null } },
    tabs,
    log,
    injector,
    redact,
    warn: vi.fn(),
    onArrived: vi.fn(),
  });
  const gaps = async () => (await store.db.gaps.toArray()).map(({ id: _id, ...gap }) => gap);
  const session = async () => store.sessions.find('s1');
  /** The tab in front of the window that has the focus. */
  const inFront = (id: number, url: string) => {
    fake.tabs.all.delete(id);
    const others = [...fake.tabs.all.values()];
    fake.tabs.all.clear();
    fake.tabs.all.set(id, { id, url, active: true });
    for (const each of others) fake.tabs.all.set(each.id, { ...each, active: false });
  };
  const committed = (tabId: number, url: string, transitionType: string) =>
    fake.webNavigation.onCommitted.fire({ tabId, frameId: 0, url, transitionType, timeStamp: Date.now() });
  return { ...all, outside, tabs, join, mark, gaps, session, inFront, committed };
}
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('a page that is not of the walk', () => {
  test('is told of while it is looked at, and leaves times alone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { fake, outside, mark, gaps, session, inFront } = await walking();
    const from = Date.now();
    inFront(5, own);
    await fake.tabs.onActivated.fire({ tabId: 5 });
    expect(await outside.isOutside()).toBe(true);
    expect(mark.mock.calls).toEqual([[true]]);
    later(7000);
    inFront(1, 'https://portal.example/');
    await fake.tabs.onActivated.fire({ tabId: 1 });
    expect(await outside.isOutside()).toBe(false);
    expect(mark.mock.calls).toEqual([[true], [false]]);
    const gap = { sessionId: 's1', from, to: from + 7000, why: 'outside-walk', detail: '' };
    expect(await gaps()).toEqual([gap]);
    expect(await session()).toMatchObject({ tabs: [1], visibleTab: 1, warnings: [] });
    vi.useRealTimers();
  });

  test('looked at for a moment is no gap', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { fake, gaps, inFront } = await walking();
    inFront(5, own);
    await fake.tabs.onActivated.fire({ tabId: 5 });
    later(1900);
    inFront(1, 'https://portal.example/');
    await fake.windows.onFocusChanged.fire(1);
    expect(await gaps()).toEqual([]);
    vi.useRealTimers();
  });

  test('that comes in a tab in front is seen when it comes; the browser’s own pages are none', async () => {
    const { fake, outside, inFront, committed } = await walking();
    inFront(5, 'chrome://newtab/');
    await fake.tabs.onActivated.fire({ tabId: 5 });
    expect(await outside.isOutside()).toBe(false);
    inFront(5, own);
    await committed(5, own, 'typed');
    expect(await outside.isOutside()).toBe(true);
  });

  test('is no business of a walk that is paused', async () => {
    const { current, tabs, outside, inFront } = await walking();
    inFront(5, own);
    await tabs.look();
    expect(await outside.isOutside()).toBe(true);
    await current.change({ state: 'paused' });
    await tabs.look();
    expect(await outside.isOutside()).toBe(false);
  });

  test('is still known, with the time since when, to a worker that begins meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { store, fake, tabs, gaps, inFront } = await walking();
    const from = Date.now();
    inFront(5, own);
    await tabs.look();
    later(30_000);
    const next = openBackground({ store, fake });
    const outside = createOutsideWatch({ ...next, mark: vi.fn(), announce: vi.fn() });
    await outside.see(true, Date.now());
    expect(await gaps()).toMatchObject([{ from, to: from + 30_000, why: 'outside-walk' }]);
    vi.useRealTimers();
  });
});

test('a walk whose last tab is closed has nothing that is recorded, whatever is in front', async () => {
  const { fake, outside, session, inFront } = await walking();
  inFront(5, 'chrome://newtab/');
  fake.tabs.all.delete(1);
  await fake.tabs.onRemoved.fire(1);
  expect((await session())?.tabs).toEqual([]);
  expect(await outside.isOutside()).toBe(true);
});

describe('a tab that the walker takes into the walk', () => {
  test('is of it from that moment on', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { tabs, join, outside, store, gaps, session, inFront } = await walking();
    inFront(5, own);
    await tabs.look();
    later(4000);
    const at = Date.now();
    expect(await join(5)).toEqual({ ok: true });
    expect(await outside.isOutside()).toBe(false);
    expect(await session()).toMatchObject({ tabs: [1, 5], visibleTab: 5 });
    const visits = await store.db.visits.toArray();
    expect(visits.map(({ kind, tab, url, at }) => [kind, tab, url, at]).sort()).toEqual([
      ['document', 5, own, at],
      ['tab', 5, '', at],
    ]);
    expect(await gaps()).toMatchObject([{ to: at, why: 'outside-walk' }]);
    vi.useRealTimers();
  });

  test('must show a web page, and there must be a walk', async () => {
    const { fake, join, current, store, inFront } = await walking();
    inFront(5, 'chrome://settings/');
    expect(await join(5)).toMatchObject({ ok: false, code: 'notRecordable' });
    expect(await join(77)).toMatchObject({ ok: false, code: 'notRecordable' });
    await store.db.sessions.update('s1', { state: 'finished' });
    current.reload();
    fake.tabs.all.set(5, { id: 5, url: own, active: true });
    expect(await join(5)).toMatchObject({ ok: false, code: 'noSession' });
  });
});

describe('a tab that the browser does not announce', () => {
  const address = 'https://portal.example/pay';
  const born = { id: 5, openerTabId: 1, pendingUrl: address, url: '' };

  test('is of the walk when one of its pages asked for it', async () => {
    const { fake, session, inFront, committed } = await walking();
    await fake.tabs.onCreated.fire(born);
    inFront(5, address);
    await committed(5, address, 'link');
    expect(await session()).toMatchObject({ tabs: [1, 5], visibleTab: 5 });
  });

  test('is of the walk when it is a second tab of the same page', async () => {
    const { fake, session, inFront, committed } = await walking();
    await fake.tabs.onCreated.fire({ ...born, pendingUrl: '' });
    inFront(5, 'https://portal.example/');
    await committed(5, 'https://portal.example/', 'reload');
    expect(await session()).toMatchObject({ tabs: [1, 5], visibleTab: 5 });
  });

  test('is of the walk also when the browser tells later who opened it', async () => {
    const { fake, session, committed } = await walking();
    await fake.tabs.onCreated.fire({ ...born, openerTabId: undefined });
    fake.tabs.all.set(5, { ...born, url: address, active: false });
    await committed(5, address, 'link');
    expect(await session()).toMatchObject({ tabs: [1, 5], visibleTab: 1 });
  });

  test.each([
    ['the walker typed its address into a tab of their own', born, 'typed'],
    ['it is a new tab in which the walker went on', { ...born, pendingUrl: 'chrome://newtab/' }, 'link'],
    ['no tab of the walk opened it', { ...born, openerTabId: 8 }, 'link'],
    ['it stands alone', { ...born, openerTabId: undefined }, 'link'],
  ])('is none of it when %s', async (_why, tab, transition) => {
    const { fake, outside, session, inFront, committed } = await walking();
    await fake.tabs.onCreated.fire(tab);
    inFront(5, address);
    await committed(5, address, transition);
    expect(await session()).toMatchObject({ tabs: [1], visibleTab: 1 });
    expect(await outside.isOutside()).toBe(true);
  });
});
