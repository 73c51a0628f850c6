import { noTrust, PackTrust } from '../model/pack-trust.ts';
import { Programme } from '../model/programme.ts';
import type { ZyDatabase } from './database.ts';

/** A pack that was imported or made here: `data` is the file's content, untouched, which a signature is over. */
export type PackRow = { id: string; importedAt: number; data: Record<string, unknown> };
export type KeptPack = { programme: Programme; data: Record<string, unknown>; importedAt: number };

/** Packs beside the ones that ship, and which offices' keys hold them. */
export function createPackShelf(db: ZyDatabase) {
  const readTrust = async (): Promise<PackTrust> =>
    PackTrust.safeParse((await db.settings.get('packTrust'))?.value).data ?? noTrust;
  return {
    /** All that can be read, oldest first: a damaged one does not take the others with it. */
    async all(): Promise<KeptPack[]> {
      const rows = await db.packs.toArray();
      return rows
        .sort((a, b) => a.importedAt - b.importedAt)
        .flatMap(({ data, importedAt }) => {
          const programme = Programme.safeParse(data).data;
          return programme ? [{ programme, data, importedAt }] : [];
        });
    },
    readTrust,
    async changeTrust(change: (now: PackTrust) => PackTrust): Promise<PackTrust> {
      return db.transaction('rw', db.settings, async () => {
        const next = change(await readTrust());
        await db.settings.put({ key: 'packTrust', value: next });
        return next;
      });
    },
    /** Keeps a pack under its id; `refuse` sees what holds ids now, and throws what stands against it. */
    async keep(data: Record<string, unknown>, refuse: (trust: PackTrust) => void): Promise<void> {
      const { id } = Programme.parse(data);
      await db.transaction('rw', db.packs, db.settings, async () => {
        refuse(await readTrust());
        const before = await db.packs.get(id);
        await db.packs.put({ id, data, importedAt: before?.importedAt ?? Date.now() });
      });
    },
    remove: (id: string): Promise<void> => db.packs.delete(id),
  };
}
export type PackShelf = ReturnType<typeof createPackShelf>;
