import { Programme } from '../../lib/model/programme.ts';

/** The packs that ship, read at build time. */
const packs = import.meta.glob('../../public/programmes/*.json', { eager: true, import: 'default' });

const programmes = Object.values(packs).flatMap((pack) => {
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
