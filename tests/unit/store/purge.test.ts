import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../lib/store/open-store.ts';
import { residueOf, searchFor } from '../../../lib/store/purge.ts';
import { action, batch, freshStore, openWalk } from './fresh-store.ts';

let store: Store;
const picture = (text: string) => new TextEncoder().encode(text);
beforeEach(async () => {
  store = freshStore();
  await openWalk(store);
  await store.keepBatch(batch(0, { actions: [action('a1')] }));
});

describe('purging a session', () => {
  test('searches every table afterwards, finds nothing, and writes both into the log', async () => {
    await store.objects.keep('s1', 'image/png', picture('own'));
    const absence = await store.purge('s1', 'asked');
    expect(absence).toMatchObject({ tables: store.db.tables.length, objects: 1, shared: 0, residue: [] });
    const [entry] = await store.readProcessing();
    expect(entry).toMatchObject({ kind: 'purged', sessionId: 's1' });
    expect(entry?.detail).toMatch(/^asked tables=\d+ rows=\d+ residue=0$/);
  });

  test('leaves the objects that another session uses, and says how many', async () => {
    await openWalk(store, 's2', 'st2');
    const shared = await store.objects.keep('s1', 'image/png', picture('shared'));
    await store.objects.keep('s2', 'image/png', picture('shared'));
    const absence = await store.purge('s1', 'asked');
    expect(absence).toMatchObject({ objects: 0, shared: 1, residue: [] });
    expect(await store.objects.mustRead(shared)).toEqual(picture('shared'));
  });

  test('a row left behind anywhere is found, in its table', async () => {
    await store.purge('s1', 'asked');
    await store.db.gaps.put({ id: 'g1', sessionId: 's1', from: 0, to: 1, why: 'cut', detail: '' });
    await store.db.settings.put({ key: 'stray', value: { deep: ['walk s1 of today'] } });
    const absence = await searchFor(store.db, 's1', []);
    expect(absence.residue).toEqual([
      { table: 'gaps', rows: 1 },
      { table: 'settings', rows: 1 },
    ]);
    expect(residueOf(absence)).toBe(2);
  });

  test('its own objects are looked for by their names too', async () => {
    const hash = 'ab'.repeat(32);
    await store.db.objects.put({ object: hash, type: 'image/png', bytes: 1, data: picture('x') });
    expect((await searchFor(store.db, 'gone', [hash])).residue).toEqual([{ table: 'objects', rows: 1 }]);
  });
});

describe('the processing log', () => {
  test('survives the session and tells who, when and what kind', async () => {
    await store.settings.change({
      walker: { unit: '云岭市人社局', name: '张三', position: '', contact: '' },
    });
    await store.logProcessing({ kind: 'begun', sessionId: 's1', detail: 'accompany metrics' });
    await store.purge('s1', 'rule');
    const entries = await store.readProcessing();
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['begun', 'purged']);
    expect(entries[0]?.by).toEqual({ unit: '云岭市人社局', name: '张三' });
  });

  test.each(['张三的记录', '13900001357', 'id 990102198706120033'])(
    'refuses to be told %s',
    async (detail) => {
      await expect(store.logProcessing({ kind: 'exported', detail })).rejects.toThrow();
      expect(await store.readProcessing()).toEqual([]);
    },
  );
});
