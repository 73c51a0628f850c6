import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import type { CatalogueProps } from '../../components/options/options-props.ts';
import { makeDraft } from '../../lib/catalogue/make-draft.ts';
import { findColumns, headings } from '../../lib/catalogue/map-columns.ts';
import { readTables } from '../../lib/catalogue/read-tables.ts';
import { store } from '../review/local.ts';

/** The catalogues of this browser and what the options page does with them. */
export function useCatalogues(): CatalogueProps {
  const catalogues = useLiveQuery(() => store.catalogues.list(), []);
  return {
    catalogues,
    catalogueTools: { findColumns, headings: (table, header) => headings(table, header), makeDraft },
    onReadCatalogue: async (file) => readTables(new Uint8Array(await file.arrayBuffer()), file.name),
    async onKeepCatalogue(catalogue) {
      const before = catalogues?.find((each) => each.name === catalogue.name);
      const id = before?.id ?? crypto.randomUUID();
      try {
        await store.catalogues.keep({ ...catalogue, id, importedAt: Date.now() });
        return { ok: true };
      } catch (error) {
        return { ok: false, message: error instanceof Error ? error.message : String(error) };
      }
    },
    async onDeleteCatalogue(id) {
      const catalogue = (await store.catalogues.all()).find((each) => each.id === id);
      await store.catalogues.remove(id);
      return catalogue;
    },
    onRestoreCatalogue: (catalogue) => void store.catalogues.keep(catalogue),
    onOpenCoverage: () =>
      void browser.tabs.create({ url: browser.runtime.getURL('/review.html#/coverage' as never) }),
  };
}
