import { beforeEach, expect, test, vi } from 'vitest';
import { SessionReport } from '../../../lib/model/report.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { sampleReport } from '../deliver/sample-report.ts';
import { freshStore } from './fresh-store.ts';

let store: Store;
let reportJson: string;
let contents: Parameters<Store['imported']['keep']>[1];
beforeEach(async () => {
  store = freshStore();
  const sample = await sampleReport();
  reportJson = sample.reportJson;
  contents = new Map(sample.objects.map(({ object, type, bytes }) => [object, { type, bytes: bytes }]));
});

test('a report opened from a file is kept whole, with its objects', async () => {
  const id = await store.imported.keep(reportJson, contents);
  expect(await store.imported.find(id)).toEqual(SessionReport.parse(JSON.parse(reportJson)));
  for (const [object, { bytes }] of contents) expect(await store.objects.mustRead(object)).toEqual(bytes);
});

test('opened again it replaces itself', async () => {
  await store.imported.keep(reportJson, contents);
  await store.imported.keep(reportJson, contents);
  expect(await store.imported.all()).toHaveLength(1);
  expect(await store.db.objects.count()).toBe(contents.size);
});

test('something that is no report is refused with its field, and nothing is kept', async () => {
  const bad = JSON.stringify({ ...(JSON.parse(reportJson) as object), version: 2 });
  await expect(store.imported.keep(bad, contents)).rejects.toMatchObject({
    name: 'ModelError',
    field: 'version',
  });
  expect(await store.db.objects.count()).toBe(0);
});

test('when the disk fills up in the middle, nothing of it is left behind', async () => {
  const real = IDBObjectStore.prototype.put;
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    if (this.name === 'imported') throw new DOMException('The disk is full.', 'QuotaExceededError');
    return real.apply(this, row);
  });
  await expect(store.imported.keep(reportJson, contents)).rejects.toMatchObject({
    name: 'QuotaExceededError',
  });
  full.mockRestore();
  for (const table of store.db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
});

test('a damaged one does not take the others with it, and can be deleted', async () => {
  await store.imported.keep(reportJson, contents);
  await store.db.imported.put({ id: 'damaged', importedAt: 1, json: '{"schema":' });
  expect((await store.imported.all()).map(({ report }) => report.id)).toEqual(['r1']);
  await store.sessions.remove('damaged');
  await store.sessions.remove('r1');
  for (const table of store.db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
});
