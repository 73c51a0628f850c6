import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createStepEdits, type StepEdits } from '../../../lib/store/edit-steps.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { freshStore, openWalk, startedAt } from './fresh-store.ts';

let store: Store;
let edits: StepEdits;
/** Measures by the length alone, so that a time that was not measured anew shows. */
const measure = async (_: string, from: number, to: number) => ({
  wall: to - from,
  active: to - from,
  waiting: 0,
  idle: 0,
  paused: 0,
});

beforeEach(async () => {
  store = freshStore();
  await openWalk(store);
  edits = createStepEdits(store.db, measure);
  for (const [n, name] of ['查找', '填表', '结果'].entries()) await putStep(n, name);
});

async function putStep(n: number, name: string) {
  const [from, to] = [startedAt + n * 1000, startedAt + (n + 1) * 1000];
  const times = await measure('s1', from, to);
  const step = {
    id: `step${n}`,
    sessionId: 's1',
    from,
    to,
    stage: 'other' as const,
    name,
    tab: 1,
    url: '',
    edited: false,
    identity: false,
  };
  await store.db.steps.put({ ...step, times });
}
const steps = async () =>
  (await store.db.steps.where({ sessionId: 's1' }).toArray()).sort((a, b) => a.from - b.from);

/** What must hold after any edit: no hole, no overlap, nothing outside, every time measured. */
async function expectWhole() {
  const all = await steps();
  expect(all[0]?.from).toBe(startedAt);
  expect(all.at(-1)?.to).toBe(startedAt + 3000);
  all.forEach((step, index) => {
    expect(step.to).toBeGreaterThan(step.from);
    if (index > 0) expect(step.from).toBe(all[index - 1]?.to);
    expect(step.times.wall).toBe(step.to - step.from);
  });
}

describe('a name or stage', () => {
  test('can be corrected; what detection called it stays', async () => {
    await edits.rename('step1', { name: ' 填写申请表 ', stage: 'apply' });
    await edits.rename('step1', { name: '填写表格' });
    expect((await steps())[1]).toMatchObject({
      name: '填写表格',
      detectedName: '填表',
      stage: 'apply',
      edited: true,
    });
    await expectWhole();
  });

  test('is never empty', async () => {
    await expect(edits.rename('step1', { name: '   ' })).rejects.toThrow('step-name-empty');
    expect((await steps())[1]).toMatchObject({ name: '填表', edited: false });
  });
});

describe('a boundary', () => {
  test('moves for both steps at once, and both are measured anew', async () => {
    await edits.moveBoundary('step1', startedAt + 400);
    expect((await steps()).map((step) => step.times.wall)).toEqual([400, 1600, 1000]);
    await expectWhole();
  });

  test.each([
    ['the first step has none before it', 'step0', startedAt + 500],
    ['before the step before', 'step1', startedAt],
    ['to the end of the step', 'step1', startedAt + 2000],
  ])('that is refused: %s', async (_, id, at) => {
    const before = await steps();
    await expect(edits.moveBoundary(id, at)).rejects.toThrow('boundary-outside');
    expect(await steps()).toEqual(before);
  });
});

describe('joining and cutting', () => {
  test('a joined step keeps the name before it, and its pain points go along', async () => {
    await store.db.painPoints.put({
      id: 'p1',
      sessionId: 's1',
      kind: 'pain',
      at: startedAt + 1500,
      interval: { from: startedAt, to: startedAt + 1500 },
      dimensionId: 'd',
      checkItemId: 'c',
      severity: 'minor',
      note: '',
      need: '',
      measure: '',
      url: '',
      title: '',
      stepId: 'step1',
    } as never);
    await edits.merge('step1');
    expect((await steps()).map((step) => step.name)).toEqual(['查找', '结果']);
    expect((await store.db.painPoints.get('p1'))?.stepId).toBe('step0');
    await expectWhole();
  });

  test('a step is cut where the walker says, outside of steps nowhere', async () => {
    await edits.split('s1', startedAt + 1400);
    expect((await steps()).map((step) => [step.name, step.times.wall])).toEqual([
      ['查找', 1000],
      ['填表', 400],
      ['填表', 600],
      ['结果', 1000],
    ]);
    await expect(edits.split('s1', startedAt + 9000)).rejects.toThrow('boundary-outside');
    await expectWhole();
  });

  test('the first step joins nothing; a step that is gone is told', async () => {
    await expect(edits.merge('step0')).rejects.toThrow('no-step-before');
    await expect(edits.rename('gone', { name: 'x' })).rejects.toThrow('step-missing');
  });
});

test('whatever is edited in whatever order, the steps cover the walk without holes', async () => {
  const at = fc.integer({ min: startedAt - 10, max: startedAt + 3010 });
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('split' as const), at, n: fc.nat(5) }),
    fc.record({ kind: fc.constant('merge' as const), at, n: fc.nat(5) }),
    fc.record({ kind: fc.constant('move' as const), at, n: fc.nat(5) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (all) => {
      await store.db.steps.clear();
      for (const [n, name] of ['查找', '填表', '结果'].entries()) await putStep(n, name);
      for (const { kind, at: moment, n } of all) {
        const id = (await steps())[n]?.id ?? 'gone';
        const doing = {
          split: () => edits.split('s1', moment),
          merge: () => edits.merge(id),
          move: () => edits.moveBoundary(id, moment),
        }[kind];
        // Refusals are part of the rule.
        await doing().catch(() => undefined);
        await expectWhole();
      }
    }),
    { numRuns: 30 },
  );
});
