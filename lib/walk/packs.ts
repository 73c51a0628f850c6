import { Programme } from '../model/programme.ts';
import { SiteProfile } from '../model/site-profile.ts';
import { z } from '../model/zod.ts';
import type { Packs } from './types.ts';

const Names = z.array(z.string().regex(/^[\w.-]+\.json$/));

/**
 * The programmes and site profiles that ship with the extension and the ones that were imported; an imported one
 * takes the place of a shipped one of the same id. `readAsset` gives a file under public/ as parsed JSON.
 */
export function createPacks(
  readAsset: (path: string) => Promise<unknown>,
  readImported: () => Promise<{ programmes: Programme[]; siteProfiles: SiteProfile[] }>,
): Packs {
  const shipped = new Map<string, Promise<unknown[]>>();
  const load = (folder: 'programmes' | 'sites') => {
    const known =
      shipped.get(folder) ??
      readAsset(`/${folder}/index.json`).then((index) =>
        Promise.all(Names.parse(index).map((name) => readAsset(`/${folder}/${name}`))),
      );
    shipped.set(folder, known);
    known.catch(() => shipped.delete(folder));
    return known;
  };
  return {
    async programmes() {
      // What was imported is asked for before anything is awaited: a screen's live query sees no later read.
      const [ours, imported] = await Promise.all([load('programmes'), readImported()]);
      return merge(z.array(Programme).parse(ours), imported.programmes);
    },
    async siteProfiles() {
      const [ours, imported] = await Promise.all([load('sites'), readImported()]);
      return merge(z.array(SiteProfile).parse(ours), imported.siteProfiles);
    },
  };
}

function merge<T extends { id: string }>(shipped: T[], imported: T[]): T[] {
  const byId = new Map(shipped.map((each) => [each.id, each]));
  for (const each of imported) byId.set(each.id, each);
  return [...byId.values()];
}
