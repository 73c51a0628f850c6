import { describe, expect, it } from 'vitest';
import { Aim, countAims, isSameAim, judgeAim, unlinkPainPoint } from '../../../lib/model/aim.ts';
import { checksByStep, PageCheck } from '../../../lib/model/page-check.ts';
import { Rating, ratingLevels } from '../../../lib/model/rating.ts';
import { Step } from '../../../lib/model/step.ts';

const aims = ['a', 'b'].map((id) => Aim.parse({ id, text: `看${id}` }));

describe('an aim', () => {
  it('is not looked at until somebody says so', () => {
    expect(countAims(aims)).toEqual({ open: 2, found: 0, 'not-found': 0 });
  });

  it('is found in one pain point or several, each once', () => {
    let now = judgeAim(aims, { id: 'a', state: 'found', painPointId: 'p1' }, 5);
    now = judgeAim(now, { id: 'a', state: 'found', painPointId: 'p2' }, 6);
    now = judgeAim(now, { id: 'a', state: 'found', painPointId: 'p2' }, 7);
    expect(now[0]).toMatchObject({ state: 'found', judgedAt: 7, painPointIds: ['p1', 'p2'] });
    expect(now[1]).toEqual(aims[1]);
  });

  it('that was not found rests on nothing, and one that is open again was never judged', () => {
    const found = judgeAim(aims, { id: 'a', state: 'found', painPointId: 'p1' }, 5);
    expect(judgeAim(found, { id: 'a', state: 'not-found' }, 6)[0]).toMatchObject({
      state: 'not-found',
      painPointIds: [],
    });
    expect(judgeAim(found, { id: 'a', state: 'open' }, 6)[0]).toEqual(aims[0]);
  });

  it('is open again when the only pain point it was found in is taken back, and not before', () => {
    let now = judgeAim(aims, { id: 'a', state: 'found', painPointId: 'p1' }, 5);
    now = judgeAim(now, { id: 'a', state: 'found', painPointId: 'p2' }, 6);
    const one = unlinkPainPoint(now, 'p1');
    expect(one[0]).toMatchObject({ state: 'found', painPointIds: ['p2'], judgedAt: 6 });
    expect(unlinkPainPoint(one, 'p2')).toEqual(aims);
    expect(unlinkPainPoint(one, 'p9')).toEqual(one);
  });

  it('is the same as another by check item or by words, but two earlier problems under one item are two', () => {
    const item = (text: string, from: Aim['from']) => ({ text, from, checkItemId: 'c.1' });
    expect(isSameAim(item('甲', 'check-item'), item('乙', 'check-item'))).toBe(true);
    expect(isSameAim(item('甲', 'earlier'), item('乙', 'earlier'))).toBe(false);
    expect(isSameAim({ text: ' 甲 ', from: 'own' }, { text: '甲', from: 'programme' })).toBe(true);
  });
});

describe('a rating', () => {
  it('has the five levels of 好差评 and none by default', () => {
    expect(ratingLevels).toHaveLength(5);
    expect(Rating.safeParse({ at: 1 }).success).toBe(false);
    expect(Rating.safeParse({ level: 'good', at: 1 }).success).toBe(false);
    expect(Rating.parse({ level: 'satisfied', at: 1 })).toEqual({
      level: 'satisfied',
      reasons: [],
      note: '',
      at: 1,
    });
  });
});

describe('page checks by step', () => {
  const step = (id: string, from: number, to: number) =>
    Step.parse({
      id,
      from,
      to,
      stage: 'apply',
      name: id,
      tab: 1,
      times: { wall: to - from, active: 0, waiting: 0, idle: to - from, paused: 0 },
    });
  const check = (id: string, at: number) =>
    PageCheck.parse({ id, at, tab: 1, frame: 0, why: 'step', took: 1, tool: 't', results: [] });
  const ids = (groups: ReturnType<typeof checksByStep>) =>
    groups.map((group) => [group.step?.id, group.checks.map(({ id }) => id).join()]);

  it('stand with the step in which they were made; a step without one is there with none', () => {
    const steps = [step('s1', 0, 10), step('s2', 10, 20), step('s3', 20, 30)];
    expect(ids(checksByStep(steps, [check('a', 3), check('b', 10), check('c', 19)]))).toEqual([
      ['s1', 'a'],
      ['s2', 'b,c'],
      ['s3', ''],
    ]);
  });

  it('lose none that lies in no step', () => {
    expect(ids(checksByStep([step('s1', 5, 10)], [check('a', 3), check('b', 10)]))).toEqual([
      ['s1', ''],
      [undefined, 'a,b'],
    ]);
  });
});
