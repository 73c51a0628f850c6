import { expect, test, vi } from 'vitest';
import { mostAims } from '../../../lib/model/aim.ts';
import { createAiming, makeAims } from '../../../lib/walk/aim-walk.ts';
import { openWalking } from './open-background.ts';

async function setUp() {
  const background = await openWalking();
  const aiming = createAiming({ current: background.current, announce: vi.fn() });
  const session = async () => (await background.store.db.sessions.get('s1'))!;
  return { ...background, aiming, session };
}

test('aims asked for twice are one, those without words are none, and what does not fit is left out', () => {
  const made = makeAims([
    { text: ' 材料重复交不重复交 ', from: 'own' },
    { text: '材料重复交不重复交', from: 'own' },
    { text: '   ', from: 'own' },
    { text: '长'.repeat(301), from: 'own' },
    'nothing',
  ]);
  expect(made.map(({ text, state }) => [text, state])).toEqual([['材料重复交不重复交', 'open']]);
});

test('an aim is taken up, judged and dropped in the session’s own row, where the report reads it', async () => {
  const { aiming, session } = await setUp();
  const added = await aiming.addAim({ text: '登录会不会失效', from: 'own' });
  if (!added.ok) throw new Error(added.code);
  expect(await aiming.judgeAim({ id: added.aimId, state: 'found', painPointId: 'p1' })).toEqual({ ok: true });
  expect((await session()).aims).toMatchObject([{ state: 'found', painPointIds: ['p1'] }]);
  await aiming.forgetPainPoint('p1');
  expect((await session()).aims).toMatchObject([{ state: 'open', painPointIds: [] }]);
  await aiming.dropAim(added.aimId);
  expect((await session()).aims).toEqual([]);
});

test('more aims than a walk can have are refused with their number, and nothing is lost', async () => {
  const { aiming, session } = await setUp();
  for (let n = 0; n < mostAims; n += 1) await aiming.addAim({ text: `第${n}条`, from: 'own' });
  expect(await aiming.addAim({ text: '多一条', from: 'own' })).toMatchObject({
    ok: false,
    code: 'too-many-aims',
    detail: String(mostAims),
  });
  expect((await session()).aims).toHaveLength(mostAims);
});

test('a rating is kept as it was given, changed, and taken back; one that does not fit changes nothing', async () => {
  const { aiming, session } = await setUp();
  expect((await session()).rating).toBeUndefined();
  await aiming.rate({ level: 'dissatisfied', reasons: ['guide'], note: '指南不准' });
  expect((await session()).rating).toMatchObject({ level: 'dissatisfied', reasons: ['guide'] });
  expect(await aiming.rate({ level: 'fine' as never, reasons: [], note: '' })).toMatchObject({ ok: false });
  expect((await session()).rating).toMatchObject({ level: 'dissatisfied' });
  await aiming.rate(null);
  expect((await session()).rating).toBeUndefined();
});

test('without an open walk there is nothing to say anything of', async () => {
  const { aiming, store, current } = await setUp();
  await store.db.sessions.clear();
  current.reload();
  expect(await aiming.addAim({ text: '看什么', from: 'own' })).toMatchObject({
    ok: false,
    code: 'noSession',
  });
  expect(await aiming.rate(null)).toMatchObject({ ok: false, code: 'noSession' });
});
