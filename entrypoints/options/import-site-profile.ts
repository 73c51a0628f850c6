import type { ImportOutcome } from '../../components/options/options-props.ts';
import { SiteProfile } from '../../lib/model/site-profile.ts';
import { readPack } from '../../lib/packs/read-pack.ts';
import type { Store } from '../../lib/store/open-store.ts';

/** Checks a site profile's text and keeps it; one with an error is refused with line, field and reason. */
export async function importSiteProfile(store: Store, file: string): Promise<ImportOutcome> {
  const read = readPack(SiteProfile, file);
  if (!read.ok) return read;
  const others = (await store.settings.read()).siteProfiles.filter((each) => each.id !== read.pack.id);
  await store.settings.change({ siteProfiles: [...others, read.pack] });
  return { ok: true, name: read.pack.name, notes: read.notes };
}
