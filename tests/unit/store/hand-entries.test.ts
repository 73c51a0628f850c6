import { beforeEach, expect, test } from 'vitest';
import { buildReport } from '../../../lib/deliver/build-report.ts';
import { type HandEntry, newHandEntry } from '../../../lib/model/hand-entry.ts';
import { PainPoint } from '../../../lib/model/pain-point.ts';
import type { Screenshot } from '../../../lib/model/screenshot.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { freshStore, sessionRow, startedAt } from './fresh-store.ts';

let store: Store;
const now = startedAt + 86_400_000;
const id = 'h1';

beforeEach(() => {
  store = freshStore();
});

function entryOf(change: Partial<HandEntry['session']> = {}, more: Partial<HandEntry> = {}): HandEntry {
  const one = newHandEntry({
    id,
    mode: 'self',
    perspective: 'citizen',
    programme: { id: 'p', version: '1.0.0', title: '走流程' },
    walker: { unit: '云岭市', name: '张三', position: '', contact: '' },
    privacy: 'full',
    recorderVersion: '0.1.0',
  });
  return { ...one, ...more, session: { ...one.session, ...change } };
}
const whole = (change: Partial<HandEntry['session']> = {}, more: Partial<HandEntry> = {}) =>
  entryOf(
    {
      item: { name: '失业登记', oneThing: false, crossRegion: false },
      channelKind: 'app',
      startedAt,
      endedAt: startedAt + 3_600_000,
      ...change,
    },
    more,
  );
const pain = PainPoint.parse({
  id: 'p1',
  at: 0,
  interval: { from: 0, to: 0 },
  dimensionId: 'd',
  checkItemId: 'c',
  severity: 'minor',
});
async function photo(photoId: string, bytes: number[]): Promise<Screenshot> {
  const object = await store.handEntries.keepPhoto(id, new Uint8Array(bytes));
  return {
    id: photoId,
    at: startedAt,
    tab: 0,
    why: 'manual',
    object,
    width: 2,
    height: 1,
    masked: 0,
    by: 'photo',
  };
}
const stateOf = async () => (await store.db.sessions.get(id))?.state;

test('a draft is read again as it was written, however little of it there is', async () => {
  const steps = [{ id: 's1', name: '', stage: 'other' as const, note: '' }];
  const { stated } = entryOf().session;
  await store.handEntries.save(entryOf({ stated: { ...stated, steps, materials: ['身份证'] } }), now);
  const read = await store.handEntries.read(id);
  expect(read?.session.state).toBe('draft');
  expect(read?.session.stated).toMatchObject({ steps, materials: ['身份证'] });
});

test('a draft is no open walk, no unfinished one and no report', async () => {
  await store.handEntries.save(entryOf(), now);
  expect(await store.sessions.findOpen('')).toBeUndefined();
  expect(await store.sessions.unfinished('run-2')).toEqual([]);
});

test('it is finished only when nothing is missing, and a draft again once something is', async () => {
  await expect(store.handEntries.finish(entryOf(), now)).rejects.toThrow('not-finished');
  await store.handEntries.finish(whole(), now);
  expect(await stateOf()).toBe('finished');
  await store.handEntries.save(whole({ state: 'finished', startedAt: 0 }), now);
  expect(await stateOf()).toBe('draft');
  await store.handEntries.save(whole({ state: 'finished' }), now);
  expect(await stateOf()).toBe('finished');
});

test('a finished entry makes a report with its photo and its pain point', async () => {
  const shot = await photo('f1', [1, 2, 3]);
  await store.handEntries.finish(
    whole({}, { painPoints: [{ ...pain, screenshotId: 'f1' }], photos: [shot] }),
    now,
  );
  const evidence = await store.sessions.readWhole(id);
  if (!evidence) throw new Error('not kept');
  const coverage = { walkedMs: 0, recordedMs: 0, frames: 0, framesRecorded: 0 };
  const report = buildReport(evidence, { now, version: '0.1.0', browser: 'Chrome', coverage });
  expect(report.session.entry).toBe('by-hand');
  expect(report.screenshots.map(({ object }) => object)).toEqual([shot.object]);
  expect(report.objects).toEqual([{ object: shot.object, bytes: 3, type: 'image/jpeg' }]);
  expect(report.painPoints.map(({ screenshotId }) => screenshotId)).toEqual(['f1']);
});

test('a photo that is taken out is gone with its bytes, also after another was painted over', async () => {
  const [one, two] = [await photo('f1', [1]), await photo('f2', [2, 2])];
  await store.handEntries.finish(whole({}, { photos: [one, two] }), now);
  const { patch, object } = await store.walkerEdits.planPicture(id, {
    object: one.object,
    data: new Uint8Array([9, 9, 9]),
    painted: 1,
  });
  await store.walkerEdits.apply(patch);
  const read = await store.handEntries.read(id);
  expect(read?.photos.map((each) => [each.object, each.painted])).toEqual([
    [object, 1],
    [two.object, undefined],
  ]);
  if (!read) return;
  await store.handEntries.save({ ...read, photos: read.photos.slice(0, 1) }, now);
  expect((await store.handEntries.read(id))?.photos.map((each) => each.object)).toEqual([object]);
  expect((await store.db.objects.toArray()).map((row) => row.object)).toEqual([object]);
});

test('words masked everywhere are masked in what was stated and under photos', async () => {
  const shot = { ...(await photo('f1', [1])), caption: '王小明在窗口' };
  const { stated } = entryOf().session;
  const steps = [{ id: 's1', name: '王小明接待', stage: 'accept' as const, note: '' }];
  await store.handEntries.finish(whole({ stated: { ...stated, steps } }, { photos: [shot] }), now);
  const { patch, total } = await store.walkerEdits.planMask(id, '王小明');
  await store.walkerEdits.apply(patch);
  const read = await store.handEntries.read(id);
  expect(total).toBe(2);
  expect(JSON.stringify(read)).not.toContain('王小明');
});

test('what was handed in, or is on its way, is not changed any more; what was refused may be', async () => {
  await store.handEntries.finish(whole(), now);
  const delivery = { sessionId: id, sent: 0, total: 1, attempts: 1, updatedAt: now };
  for (const state of ['waiting', 'sending', 'kept'] as const) {
    await store.deliveries.write({ ...delivery, state });
    await expect(store.handEntries.save(whole(), now)).rejects.toThrow('handed-in');
    expect(await store.handEntries.isOpen(id)).toBe(false);
  }
  await store.deliveries.write({ ...delivery, state: 'refused' });
  await store.handEntries.save(whole({ item: { name: '改过的', oneThing: false, crossRegion: false } }), now);
  expect((await store.db.sessions.get(id))?.item.name).toBe('改过的');
});

test('a walk that was recorded is no entry', async () => {
  await store.db.sessions.put(sessionRow(id, { state: 'finished', sealed: true }));
  expect(await store.handEntries.read(id)).toBeUndefined();
});

test('a draft is purged with its photo', async () => {
  const shot = await photo('f1', [7]);
  await store.handEntries.save(entryOf({}, { photos: [shot] }), now);
  const absence = await store.purge(id, 'asked');
  expect(absence.residue).toEqual([]);
  expect(await store.db.objects.count()).toBe(0);
});
