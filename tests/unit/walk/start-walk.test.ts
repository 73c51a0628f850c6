import { expect, test } from 'vitest';
import type { StartRequest } from '../../../lib/messages.ts';
import { CatalogueItem } from '../../../lib/model/catalogue.ts';
import { createStart } from '../../../lib/walk/start-walk.ts';
import { programme } from '../walk-panel/programme.ts';
import { openBackground, redact } from './open-background.ts';

/** Starts a walk of an item under a programme that suggests one, beside a catalogue that lists one. */
async function itemOf(request: Partial<StartRequest> & { itemName: string }) {
  const { store, fake, browser, current } = openBackground();
  fake.tabs.all.set(1, { id: 1, url: 'https://portal.example/', active: true });
  const own = { ...programme, suggestedItems: [{ name: '企业开办', oneThing: true }] };
  await store.catalogues.keep({
    id: 'c1',
    name: '目录',
    fileName: '',
    importedAt: 1,
    items: [
      CatalogueItem.parse({ row: 2, name: '企业开办', crossRegion: false }),
      CatalogueItem.parse({ row: 3, name: '失业登记', code: 'A1' }),
      CatalogueItem.parse({ row: 4, name: '读者证申领', promisedLimit: '当场办结', materials: 0 }),
    ],
  });
  const start = createStart({
    browser: Object.assign(browser, {
      permissions: { contains: async () => true },
      webNavigation: { ...browser.webNavigation, getFrame: async () => null },
    }),
    store,
    current,
    redact,
    packs: { programmes: async () => [own], siteProfiles: async () => [] },
    version: '0.1.0',
    injector: { register: async () => {}, intoTab: async () => true },
    shooter: { soon: () => {} },
    warn: async () => {},
    announce: () => {},
    onStarted: async () => {},
  } as unknown as Parameters<typeof createStart>[0]);
  const started = await start({
    tab: 1,
    programmeId: own.id,
    mode: own.modes[0]?.mode ?? '',
    perspective: own.perspectives[0]?.perspective ?? '',
    ...request,
  });
  if (!started.ok) throw new Error(started.code);
  return (await store.db.sessions.get(started.sessionId))?.item;
}

test('an item typed freely has no marks: nobody said what it is', async () => {
  expect(await itemOf({ itemName: '自己写的事项' })).toEqual({ name: '自己写的事项' });
});

test('an item whose catalogue has no such columns has no marks', async () => {
  expect(await itemOf({ itemName: '失业登记' })).toEqual({ name: '失业登记', code: 'A1' });
});

test('without a word of the walker, catalogue and programme say what the item is', async () => {
  expect(await itemOf({ itemName: '企业开办' })).toEqual({
    name: '企业开办',
    oneThing: true,
    crossRegion: false,
  });
});

test('what the walker said counts, and so does that they do not know', async () => {
  const itemMarks = { oneThing: false };
  expect(await itemOf({ itemName: '企业开办', itemMarks })).toEqual({ name: '企业开办', oneThing: false });
});

test('what the catalogue declares of the item goes with the walk, what it does not say is left out', async () => {
  expect(await itemOf({ itemName: '读者证申领' })).toEqual({
    name: '读者证申领',
    listed: { promisedLimit: '当场办结', materials: 0 },
  });
});
