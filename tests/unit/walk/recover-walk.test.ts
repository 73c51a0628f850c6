import { expect, test } from 'vitest';
import { createRecovery } from '../../../lib/walk/recover-walk.ts';
import { sessionRow } from '../store/fresh-store.ts';
import { openBackground, redact } from './open-background.ts';

type Tab = { id: number; url: string; active?: boolean; lastAccessed?: number };

/** A walk on zwfw.example that a browser left behind, and the tabs of the browser after it; the panel is the one looked at. */
async function setUp(tabs: Tab[], { granted = true, reached = true } = {}) {
  const { store, browser, fake, current, warnings } = openBackground();
  await store.db.sessions.put(sessionRow('s1', { browserRun: 'before' }));
  await store.db.visits.put({
    id: 'v1',
    sessionId: 's1',
    at: 1,
    tab: 1,
    frame: 0,
    kind: 'document',
    url: 'https://zwfw.example/apply',
    title: '',
    identity: false,
    back: false,
    redirects: 0,
  });
  for (const tab of tabs) fake.tabs.all.set(tab.id, tab);
  const panel = { id: 99, url: 'chrome-extension://zyb/popup.html', active: true };
  const registered: unknown[] = [];
  Object.assign(browser.tabs, {
    query: async (where: chrome.tabs.QueryInfo) => (where.active ? [panel] : [...fake.tabs.all.values()]),
    update: async () => undefined,
  });
  Object.assign(browser.permissions, { contains: async () => granted });
  const recovery = createRecovery({
    browser,
    store,
    current,
    redact,
    injector: {
      register: async (...hosts: unknown[]) => void registered.push(hosts),
      intoTab: async () => reached,
    },
    aside: { collect: async () => undefined },
    warn: warnings.warn,
    close: async () => undefined,
  } as unknown as Parameters<typeof createRecovery>[0]);
  const session = await store.sessions.find('s1');
  if (!session) throw new Error('no session');
  return { goOn: () => recovery.goOn(session), row: () => store.sessions.find('s1'), registered };
}

const bank = { id: 1, url: 'https://bank.example/account' };
const portal = { id: 2, url: 'https://zwfw.example/result' };

test('a walk goes on in the page that was looked at last, where the browser says which', async () => {
  const { goOn, row } = await setUp([
    { ...portal, lastAccessed: 1 },
    { ...bank, lastAccessed: 5 },
  ]);
  expect(await goOn()).toEqual({ ok: true });
  expect(await row()).toMatchObject({ state: 'recording', tabs: [1], visibleTab: 1 });
});

test('where the browser does not say it, a walk goes on in a page of its own hosts alone', async () => {
  const { goOn, row } = await setUp([bank, portal]);
  expect(await goOn()).toEqual({ ok: true });
  expect(await row()).toMatchObject({ tabs: [2], visibleTab: 2 });
});

test('where the browser does not say it, and no page of its hosts is open, a walk does not go on', async () => {
  const { goOn, row, registered } = await setUp([bank]);
  expect(await goOn()).toMatchObject({ ok: false, code: 'notRecordable' });
  expect(await row()).toMatchObject({ browserRun: 'before', tabs: [1] });
  expect(registered).toEqual([]);
});

test('without the right to read pages a walk does not go on', async () => {
  const { goOn, row } = await setUp([portal], { granted: false });
  expect(await goOn()).toMatchObject({ ok: false, code: 'permissionMissing' });
  expect(await row()).toMatchObject({ browserRun: 'before' });
});

test('a page that lets no script in is told of', async () => {
  const { goOn, row } = await setUp([portal], { reached: false });
  expect(await goOn()).toEqual({ ok: true });
  expect((await row())?.warnings).toMatchObject([{ code: 'page-not-reached', detail: portal.url }]);
});
