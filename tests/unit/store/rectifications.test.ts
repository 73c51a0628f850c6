import { beforeEach, expect, test } from 'vitest';
import { layOver } from '../../../lib/model/lay-over.ts';
import { emptyRectification, Rectification } from '../../../lib/model/rectification.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { goldenReport } from '../model/golden.ts';
import { freshStore } from './fresh-store.ts';

let store: Store;
beforeEach(() => {
  store = freshStore();
});
const decided = Rectification.parse({ disposal: 'at-once', measure: '更换链接', ownerUnit: '信息中心' });

test('what the liaison sets down stands beside an imported report, by session and pain point', async () => {
  await store.rectifications.keep('s1', 'pp-1', emptyRectification);
  await store.rectifications.keep('s1', 'pp-1', decided);
  await store.rectifications.keep('s2', 'pp-1', emptyRectification);
  expect([...(await store.rectifications.of('s1'))]).toEqual([['pp-1', decided]]);
});

test('it is laid over the report that is read, and the report itself stays what it was', () => {
  const report = SessionReport.parse(goldenReport());
  const shown = layOver(report, new Map([['pp-1', decided]]));
  expect(shown.painPoints.map((point) => point.rectification)).toEqual([decided, undefined]);
  expect(report).toEqual(SessionReport.parse(goldenReport()));
});

test('it goes with its session, and a damaged row reads as not there', async () => {
  await store.rectifications.keep('s1', 'pp-1', decided);
  await store.db.rectifications.put({
    sessionId: 's1',
    painPointId: 'pp-2',
    rectification: { deadline: 'soon' } as never,
  });
  expect([...(await store.rectifications.of('s1')).keys()]).toEqual(['pp-1']);
  await store.sessions.remove('s1');
  expect(await store.db.rectifications.count()).toBe(0);
});

test('a report older than rectification is still valid, and a day that is none is refused', () => {
  const { painPoints, ...rest } = goldenReport();
  const old = painPoints.map(({ rectification: _new, ...point }: { rectification?: unknown }) => point);
  expect(SessionReport.safeParse({ ...rest, painPoints: old }).success).toBe(true);
  const bad = { ...painPoints[0], rectification: { deadline: '2026-13-01' } };
  expect(SessionReport.safeParse({ ...rest, painPoints: [bad] }).success).toBe(false);
});
