import { browser } from 'wxt/browser';
import type { Catalogue } from '../../components/walk-panel/walk-panel-props.ts';
import type { Programme, SuggestedItem } from '../../lib/model/programme.ts';
import { createItemSearch } from '../../lib/model/search-items.ts';
import { keptDays } from '../../lib/model/settings.ts';
import type { SiteProfile } from '../../lib/model/site-profile.ts';
import type { Perspective, WalkMode } from '../../lib/model/walk-mode.ts';
import { openStore } from '../../lib/store/open-store.ts';
import { createPacks } from '../../lib/walk/packs.ts';
import { pagesGranted } from './browser-doors.ts';

export type StartData = {
  programmes: Programme[];
  /** Portals and where each begins. */
  sites: Pick<SiteProfile, 'id' | 'name' | 'startUrl'>[];
  programmeId: string | undefined;
  walkerNamed: boolean;
  permission: 'granted' | 'missing';
  /** Items walked lately, newest first, at most five. */
  recent: SuggestedItem[];
  defaults: { mode: WalkMode; perspective: Perspective } | undefined;
  /** Days a session stays here after its receipt. */
  keepDays: number;
  unfinished: { id: string; itemName: string; startedAt: number }[];
};

export const store = openStore();
export const packs = createPacks(
  async (path) => (await fetch(browser.runtime.getURL(path as never))).json(),
  () => store.readImported(),
);

/** Everything the start form shows. */
export async function readStart(): Promise<StartData> {
  const settings = await store.settings.read();
  const { run } = await browser.storage.session.get<{ run?: string }>('run');
  const newest = await store.db.sessions.orderBy('startedAt').reverse().limit(50).toArray();
  // What somebody is still writing down says nothing for certain.
  const sessions = newest.filter(({ state }) => state !== 'draft');
  const last = sessions[0];
  const recent = [...new Map(sessions.map((each) => [each.item.name, each.item])).values()].slice(0, 5);
  return {
    programmes: await packs.programmes(),
    sites: await packs.siteProfiles(),
    programmeId: settings.programmeId ?? last?.programme.id,
    keepDays: keptDays(settings),
    walkerNamed: settings.walker.unit !== '' && settings.walker.name !== '',
    permission: (await pagesGranted()) ? 'granted' : 'missing',
    recent,
    defaults: last ? { mode: last.mode, perspective: last.perspective } : undefined,
    unfinished: sessions
      .filter((each) => each.state !== 'finished' && each.browserRun !== run)
      .map((each) => ({ id: each.id, itemName: each.item.name, startedAt: each.startedAt })),
  };
}

/** The imported catalogues, ready to be searched; undefined where there are none. */
export async function readCatalogue(): Promise<Catalogue | undefined> {
  const items = await store.catalogues.items();
  if (items.length === 0) return undefined;
  return { search: createItemSearch(items), named: (name) => items.filter((item) => item.name === name) };
}
