import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { ZyDatabase } from '../../../lib/store/database.ts';
import { openStore } from '../../../lib/store/open-store.ts';
import { programme } from '../walk-panel/programme.ts';

test('packs that lay among the settings of an earlier version are there after the update', async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  const before = new Dexie('zouyibian');
  before.version(2).stores({ settings: 'key' });
  const walker = { unit: '云岭市', name: '张三', position: '', contact: '' };
  await before
    .table('settings')
    .put({ key: 'settings', value: { walker, programmes: [programme, 'rubbish'], siteProfiles: [] } });
  before.close();

  const store = openStore(new ZyDatabase());
  expect((await store.packs.all()).map((each) => each.programme.id)).toEqual([programme.id]);
  expect(await store.settings.read()).toMatchObject({ walker });
});
