import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressionOf, computeReductions } from '../../../../lib/assess/reductions/compute-reductions.ts';
import { earlierOf, isSameItem } from '../../../../lib/assess/reductions/same-item.ts';
import { GuidePage } from '../../../../lib/model/guide-page.ts';
import { reductionKinds, reductionQuantities } from '../../../../lib/model/reduction.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { fakeReport } from '../../../support/fake-report.ts';
import { randomWalk } from '../signals/random-walk.ts';
import { blind, field, start, step, walk } from '../signals/walk.ts';

const guide = GuidePage.parse({
  id: 'g1',
  at: start + 1000,
  tab: 1,
  frame: 0,
  listsMaterials: true,
  fields: [
    { key: 'promised-limit', label: '承诺办结时限', value: '5个工作日' },
    { key: 'legal-limit', label: '法定办结时限', value: '20个工作日' },
    { key: 'visits', label: '到办事现场次数', value: '0次' },
  ],
  materials: [
    { name: '身份证', shared: true, required: false },
    { name: '申请表', required: true },
  ],
  flow: ['申请', '受理', '办结'],
});
const row = (report: SessionReport, quantity: string, earlier?: SessionReport) =>
  computeReductions(report, earlier).find((each) => each.quantity === quantity);
const uploads = (count: number) =>
  Array.from({ length: count }, (_, n) => field(1000, `材料${n}`, { kind: 'file' as const }));
const steps = [step(0, 10_000, {}, { stage: 'find' }), step(10_000, 20_000)];

describe('every line', () => {
  test('stands under one of the four, each once', () => {
    const rows = computeReductions(walk({ steps }));
    expect(rows.map(({ quantity }) => quantity)).toEqual(
      reductionKinds.flatMap((kind) => [...reductionQuantities[kind]]),
    );
  });

  test('against the guide where nothing else is known', () => {
    const report = walk({ steps, guidePages: [guide], fields: uploads(3) });
    expect(row(report, 'uploads')).toMatchObject({
      measured: 3,
      declared: 1,
      baseline: null,
      delta: 2,
      against: 'declared',
    });
    expect(row(report, 'stages')).toMatchObject({ measured: 2, declared: null, delta: null, against: null });
    expect(row(report, 'promised')).toMatchObject({ measured: null, declared: 5, delta: null });
  });

  test('against an earlier walk of the item, which goes before the guide and the targets', () => {
    const report = walk({ steps, guidePages: [guide], fields: uploads(1) });
    const aimed = { ...report, session: { ...report.session, targets: { uploads: 0 } } };
    expect(row(aimed, 'uploads')).toMatchObject({ baseline: 0, delta: 1, against: 'baseline' });
    expect(row(aimed, 'uploads', walk({ steps, fields: uploads(4) }))).toMatchObject({
      baseline: 4,
      delta: -3,
    });
  });
});

describe('like with like', () => {
  const alone = { ...guide, fields: [], materials: [], listsMaterials: false, flow: [] };
  const unmeasured = blind.metrics({ steps, guidePages: [guide] });

  test('what an earlier guide declares is no baseline of what is measured', () => {
    const report = walk({ steps, guidePages: [alone], fields: uploads(3) });
    expect(row(unmeasured, 'uploads')).toMatchObject({ measured: null, declared: 1 });
    expect(row(report, 'uploads', unmeasured)).toMatchObject({ measured: 3, baseline: null, delta: null });
  });

  test('what is declared is held against no measured baseline, nor a target for it', () => {
    const before = walk({ steps, fields: uploads(4) });
    expect(row(unmeasured, 'uploads', before)).toMatchObject({
      declared: 1,
      baseline: 4,
      delta: null,
      against: null,
    });
    const aimed = { ...unmeasured, session: { ...unmeasured.session, targets: { uploads: 0 } } };
    expect(row(aimed, 'uploads')).toMatchObject({ baseline: 0, delta: null, against: null });
  });

  test('visits and promised are declared on both sides', () => {
    const slower = {
      ...guide,
      fields: guide.fields.map((each) => ({ ...each, value: each.value.replace('5', '9') })),
    };
    const report = walk({ steps, guidePages: [guide] });
    expect(row(report, 'promised', walk({ steps, guidePages: [slower] }))).toMatchObject({
      declared: 5,
      baseline: 9,
      delta: -4,
      against: 'baseline',
    });
    const aimed = { ...report, session: { ...report.session, targets: { visits: 1 } } };
    expect(row(aimed, 'visits')).toMatchObject({ measured: null, declared: 0, baseline: 1, delta: -1 });
  });
});

test('what was not observed is null, never 0, and has no difference', () => {
  const report = blind.metrics({ steps, guidePages: [guide] });
  for (const quantity of ['uploads', 'fields', 'again', 'refused', 'elsewhere'])
    expect(row(report, quantity)).toMatchObject({ measured: null, delta: null });
  expect(row(walk({ steps }), 'visits')).toMatchObject({ measured: null, declared: null, delta: null });
});

test('of any two walks: a difference only between two known values, and it is theirs', () => {
  fc.assert(
    fc.property(randomWalk, randomWalk, (one, other) => {
      for (const each of computeReductions(walk(one), walk(other))) {
        const { measured, declared, baseline, delta, against } = each;
        const own = ['visits', 'promised'].includes(each.quantity) ? declared : measured;
        if (against === 'baseline') expect(delta).toBe(own! - baseline!);
        else if (against === 'declared') expect([baseline, delta]).toEqual([null, measured! - declared!]);
        else expect(delta).toBeNull();
        for (const value of [own, against === 'declared' ? declared : baseline])
          if (value === null) expect(delta).toBeNull();
      }
    }),
    { numRuns: 50 },
  );
});

test('the promise against the legal limit', () => {
  expect(compressionOf(walk({ guidePages: [guide] }))).toEqual({ ratio: 0.75, by: 'guide' });
  expect(compressionOf(walk())).toBeNull();
});

describe('what the catalogue declares', () => {
  const listed = { promisedLimit: '3个工作日', legalLimit: '20个工作日', materials: 2, trips: 1 };
  const of = (report: SessionReport) => ({
    ...report,
    session: { ...report.session, item: { ...report.session.item, listed } },
  });

  test('stands where no guide page was read, and is said to be the catalogue’s', () => {
    const report = of(walk({ steps, fields: uploads(3) }));
    expect(row(report, 'uploads')).toMatchObject({
      measured: 3,
      declared: 2,
      declaredBy: 'catalogue',
      delta: 1,
      against: 'declared',
    });
    expect(row(report, 'visits')).toMatchObject({ declared: 1, declaredBy: 'catalogue' });
    expect(row(report, 'promised')).toMatchObject({ declared: 3, declaredBy: 'catalogue' });
    expect(compressionOf(report)).toEqual({ ratio: 0.85, by: 'catalogue' });
  });

  test('gives way to the guide page, field by field', () => {
    const fields = guide.fields.filter(({ key }) => key !== 'legal-limit');
    const report = of(walk({ steps, guidePages: [{ ...guide, fields }] }));
    expect(row(report, 'visits')).toMatchObject({ declared: 0, declaredBy: 'guide' });
    expect(row(report, 'uploads')).toMatchObject({ declared: 1, declaredBy: 'guide' });
    expect(row(report, 'promised')).toMatchObject({ declared: 5, declaredBy: 'guide' });
    expect(compressionOf(report)).toEqual({ ratio: 0.75, by: 'catalogue' });
  });

  test('is not taken for anything measured, and nothing is declared where neither says it', () => {
    const report = of(walk({ steps }));
    expect(row(report, 'visits')?.measured).toBeNull();
    expect(row(walk({ steps }), 'uploads')).toMatchObject({ declared: null, declaredBy: null });
  });
});

test('earlier walks of the same item: by code, else by name without its quotes; the last first', () => {
  const item = (name: string, code?: string) => ({
    name,
    oneThing: false,
    crossRegion: false,
    ...(code ? { code } : {}),
  });
  expect(isSameItem(item('“失业”一件事'), item('失业一件事'))).toBe(true);
  expect(isSameItem(item('甲', '11'.repeat(15)), item('乙', `${'11'.repeat(15)}01`))).toBe(true);
  expect(isSameItem(item('甲', 'a'), item('甲', 'b'))).toBe(false);
  const of = (id: string, startedAt: number, name = '甲') => ({ id, startedAt, item: item(name) });
  const found = earlierOf(of('x', 50), [
    of('a', 10),
    of('b', 20),
    of('c', 60),
    of('d', 30, '乙'),
    of('x', 50),
  ]);
  expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(fakeReport().session.item.name).not.toBe('');
});
