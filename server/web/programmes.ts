import { Programme } from '../../lib/model/programme.ts';
import { SiteProfile } from '../../lib/model/site-profile.ts';

/** The packs that ship, read at build time. */
const packs = import.meta.glob('../../public/programmes/*.json', { eager: true, import: 'default' });

/** The programmes that ship. */
export const programmes: readonly Programme[] = Object.values(packs).flatMap((pack) => {
  const parsed = Programme.safeParse(pack);
  return parsed.success ? [parsed.data] : [];
});

/**
 * The pack a report was made with: the same version where it ships, else another version of the same pack, whose
 * ids never change meaning; undefined for a pack of somebody's own.
 */
export function findProgramme(wanted: { id: string; version: string }): Programme | undefined {
  const same = programmes.filter((programme) => programme.id === wanted.id);
  return same.find((programme) => programme.version === wanted.version) ?? same[0];
}

const sites = import.meta.glob('../../public/sites/*.json', { eager: true, import: 'default' });
const practiceSites = new Set(
  Object.values(sites).flatMap((site) => {
    const parsed = SiteProfile.safeParse(site);
    return parsed.success && parsed.data.practice ? [parsed.data.id] : [];
  }),
);

/** True of a walk on a practice portal that ships. */
export const isPractice = (siteProfileId: string | undefined): boolean =>
  practiceSites.has(siteProfileId ?? '');
