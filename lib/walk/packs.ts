import { Programme } from '../model/programme.ts';
import { SiteProfile } from '../model/site-profile.ts';
import type { Settings } from '../model/settings.ts';
import { z } from '../model/zod.ts';
import type { Packs } from './types.ts';

const Names = z.array(z.string().regex(/^[\w.-]+\.json$/));

/**
 * The programmes and site profiles that ship with the extension and the ones that were imported; an imported one
 * takes the place of a shipped one of the same id. `readAsset` gives a file under public/ as parsed JSON.
 */
export function createPacks(readAsset: (path: string) => Promise<unknown>, readSettings: () => Promise<Settings>): Packs {
  const shipped = new Map<string, Promise<unknown[]>>();
  const load = (folder: 'programmes' | 'sites') => {
    const known = shipped.get(folder) ?? readAsset(`/${folder}/index.json`)
      .then((index) => Promise.all(Names.parse(index).map((name) => readAsset(`/${folder}/${name}`))));
    shipped.set(folder, known);
    known.catch(() => shipped.delete(folder));
    return known;
  };
  return {
    async programmes() {
      const ours = z.array(Programme).parse(await load('programmes'));
      return merge(ours, (await readSettings()).programmes);
    },
    async siteProfiles() {
      const ours = z.array(SiteProfile).parse(await load('sites'));
      return merge(ours, (await readSettings()).siteProfiles);
    },
  };
}

function merge<T extends { id: string }>(shipped: T[], imported: T[]): T[] {
  const byId = new Map(shipped.map((each) => [each.id, each]));
  for (const each of imported) byId.set(each.id, each);
  return [...byId.values()];
}
