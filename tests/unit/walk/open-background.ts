import { vi } from 'vitest';
import { createCurrentWalk } from '../../../lib/walk/current-walk.ts';
import { createOwnRows } from '../../../lib/walk/own-rows.ts';
import { createVisitLog } from '../../../lib/walk/visit-log.ts';
import { createWarnings } from '../../../lib/walk/warn-walker.ts';
import { freshStore, sessionRow } from '../store/fresh-store.ts';
import { asBrowser, type FakeBrowser, fakeBrowser } from './fake-browser.ts';

export const redact = { text: (text: string) => text, url: (url: string) => url };
const packs = { programmes: async () => [], siteProfiles: async () => [] };

/** The parts of a background that most others need, on a store and a browser of its own. */
export function openBackground(before: { store?: ReturnType<typeof freshStore>; fake?: FakeBrowser } = {}) {
  const store = before.store ?? freshStore();
  const fake = before.fake ?? fakeBrowser();
  const browser = asBrowser(fake);
  const current = createCurrentWalk({ browser, store, packs });
  const troubles: unknown[] = [];
  const rows = createOwnRows({
    store,
    area: browser.storage.local,
    spare: browser.storage.session,
    onTrouble: (error) => void troubles.push(error),
  });
  const warnings = createWarnings({ current, announce: vi.fn() });
  return { store, fake, browser, current, rows, warnings, troubles, log: createVisitLog({ store, rows }) };
}

/** A background in the middle of a walk on tab 1. */
export async function openWalking(changes: Parameters<typeof sessionRow>[1] = {}) {
  const background = openBackground();
  const run = await background.current.browserRun();
  await background.store.db.sessions.put(sessionRow('s1', { browserRun: run, ...changes }));
  background.current.reload();
  background.fake.tabs.all.set(1, { id: 1, url: 'https://portal.example/', active: true });
  const walk = await background.current.find();
  if (!walk) throw new Error('the walk was not found');
  return { ...background, walk };
}

/** Lets the database refuse every write for want of room, or take them again. */
export function fillDisk(store: ReturnType<typeof freshStore>, full: boolean): void {
  const refuse = async () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  const byName = store.db as unknown as Record<string, unknown>;
  for (const table of store.db.tables.flatMap((each) => [each, byName[each.name]])) {
    const own = table as Record<string, unknown>;
    for (const write of ['put', 'update', 'bulkPut', 'add']) {
      if (full) own[write] = refuse;
      else delete own[write];
    }
  }
}
