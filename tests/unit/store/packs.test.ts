import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { CatalogueItem } from '../../../lib/model/catalogue.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { freshStore } from './fresh-store.ts';

let store: Store;
beforeEach(() => {
  store = freshStore();
});
const data = JSON.parse(readFileSync('public/programmes/yunfu-2022.json', 'utf8')) as Record<string, unknown>;
const free = () => {};

describe('imported packs', () => {
  test('keep the file’s data untouched, also what the model does not know', async () => {
    const own = { ...data, futureField: { b: 1, a: [null] } };
    await store.packs.keep(own, free);
    expect((await store.packs.all())[0]?.data).toEqual(own);
    expect((await store.readImported()).programmes.map(({ id }) => id)).toEqual(['yunfu-2022']);
  });

  test('take the place of the one of the same id and keep their place in the list', async () => {
    await store.packs.keep({ ...data, id: 'first' }, free);
    await store.packs.keep({ ...data, id: 'second' }, free);
    await store.packs.keep({ ...data, id: 'first', title: '改过的' }, free);
    expect((await store.packs.all()).map(({ programme }) => programme.title)).toContain('改过的');
    expect(await store.packs.all()).toHaveLength(2);
  });

  test('that are refused leave everything as it was', async () => {
    await store.packs.keep(data, free);
    const refused = store.packs.keep({ ...data, title: '换掉' }, () => {
      throw new Error('locked');
    });
    await expect(refused).rejects.toThrow('locked');
    expect((await store.packs.all())[0]?.programme.title).toBe(data.title);
  });

  test('that are damaged cost no other one', async () => {
    await store.db.packs.put({ id: 'broken', importedAt: 0, data: { id: 'broken' } });
    await store.packs.keep(data, free);
    expect((await store.packs.all()).map(({ programme }) => programme.id)).toEqual(['yunfu-2022']);
  });
});

test('trust that cannot be read is none, and a change of it is kept', async () => {
  await store.db.settings.put({ key: 'packTrust', value: 'rubbish' });
  expect(await store.packs.readTrust()).toEqual({ trusted: [], locks: [] });
  const publicKey = 'A'.repeat(124);
  await store.packs.changeTrust((now) => ({ ...now, locks: [{ id: 'x', version: '1.0.0', publicKey }] }));
  expect((await store.packs.readTrust()).locks).toHaveLength(1);
});

describe('catalogues', () => {
  const item = (row: number, name: string, code?: string) =>
    CatalogueItem.parse({ row, name, ...(code ? { code } : {}) });
  const catalogue = (id: string, items: CatalogueItem[]) => ({
    id,
    name: id,
    fileName: '',
    importedAt: 1,
    items,
  });

  test('give their items, their list and back what was deleted', async () => {
    await store.catalogues.keep(catalogue('a', [item(1, '失业登记'), item(2, '企业开办')]));
    expect(await store.catalogues.list()).toMatchObject([{ id: 'a', items: 2 }]);
    const [kept] = await store.catalogues.all();
    await store.catalogues.remove('a');
    expect(await store.catalogues.items()).toEqual([]);
    await store.catalogues.keep(kept!);
    expect(await store.catalogues.items()).toHaveLength(2);
  });

  test('find an item by its code, or by a name that only one of them bears', async () => {
    await store.catalogues.keep(
      catalogue('a', [item(1, '失业登记', 'YL-1'), item(2, '失业登记', 'YL-2'), item(3, '企业开办')]),
    );
    expect((await store.catalogues.findItem('失业登记', 'yl-2'))?.row).toBe(2);
    expect(await store.catalogues.findItem('失业登记', undefined)).toBeUndefined();
    expect((await store.catalogues.findItem('企业开办', undefined))?.row).toBe(3);
    expect(await store.catalogues.findItem('企业开办', 'YL-9')).toBeUndefined();
  });
});
