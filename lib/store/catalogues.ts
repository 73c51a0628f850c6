import { Catalogue, type CatalogueItem } from '../model/catalogue.ts';
import { normaliseCode } from '../model/item-code.ts';
import type { ZyDatabase } from './database.ts';

/** One imported catalogue in one row: it is read and replaced whole, 10,000 items are about 3 MB. */
export type CatalogueRow = Catalogue;

/** Catalogues of service items at rest. */
export function createCatalogues(db: ZyDatabase) {
  return {
    /** Those that can be read, in the order of their import. */
    async all(): Promise<Catalogue[]> {
      const rows = await db.catalogues.toArray();
      return rows
        .flatMap((row) => Catalogue.safeParse(row).data ?? [])
        .sort((a, b) => a.importedAt - b.importedAt);
    },
    /** What there is, without the items. */
    async list(): Promise<
      { id: string; name: string; fileName: string; importedAt: number; items: number }[]
    > {
      const rows = await db.catalogues.toArray();
      return rows
        .sort((a, b) => a.importedAt - b.importedAt)
        .map(({ id, name, fileName, importedAt, items }) => ({
          id,
          name,
          fileName,
          importedAt,
          items: items.length,
        }));
    },
    /** All items as they were checked when they were kept: 10,000 of them are read often and at once. */
    async items(): Promise<CatalogueItem[]> {
      return (await db.catalogues.toArray()).flatMap((row) => row.items);
    },
    /** Keeps a catalogue in the place of the one of the same id. */
    keep: async (catalogue: Catalogue): Promise<void> => {
      await db.catalogues.put(Catalogue.parse(catalogue));
    },
    remove: (id: string): Promise<void> => db.catalogues.delete(id),
    /** The item with this code or, without one, the only one of this name. */
    async findItem(name: string, code: string | undefined): Promise<CatalogueItem | undefined> {
      const items = (await db.catalogues.toArray()).flatMap((row) => row.items);
      if (code) {
        const wanted = normaliseCode(code);
        return items.find((item) => item.code !== undefined && normaliseCode(item.code) === wanted);
      }
      const named = items.filter((item) => item.name === name);
      return named.length === 1 ? named[0] : undefined;
    },
  };
}
