import { expect, test } from 'vitest';
import { findGaps } from '../../../lib/assess/coverage.ts';
import { detectSteps } from '../../../lib/assess/detect-steps.ts';
import { stepTimes } from '../../../lib/assess/step-times.ts';
import { closeSession } from '../../../lib/walk/close-session.ts';
import { batch, freshStore, sessionRow, startedAt } from '../store/fresh-store.ts';

const of = { sessionId: 's1', tab: 1, frame: 0, url: 'https://portal.example/' };
const at = (seconds: number) => startedAt + seconds * 1000;

test('closing a walk gives stops their length and takes the sleep off slow requests, once however often it is done', async () => {
  const store = freshStore();
  await store.db.sessions.put(sessionRow('s1', { state: 'finished', endedAt: at(600) }));
  await store.db.streams.put({ ...of, id: 'st1', token: 't', top: true, title: '', startedAt });
  await store.keepBatch(batch(0));
  const visit = { ...of, title: '', identity: false, back: false, redirects: 0 };
  await store.db.visits.put({ ...visit, id: 'v1', at: startedAt, kind: 'document' });
  const gap = { sessionId: 's1', stream: 'st1', tab: 1, detail: '' };
  await store.db.gaps.bulkPut([
    { ...gap, id: 'g1', from: at(20), to: at(20), why: 'recorder-stopped' },
    { ...gap, id: 'g2', from: at(100), to: at(500), why: 'asleep' },
  ]);
  const slow = { ...of, at: at(90), duration: 411_000, method: 'GET' };
  await store.db.requests.put({ ...slow, id: 'r1', type: 'xmlhttprequest', redirects: 0 });
  await store.db.requests.put({
    ...slow,
    id: 'r2',
    at: at(99),
    duration: 401_500,
    type: 'xmlhttprequest',
    redirects: 0,
  });
  await store.db.incidents.put({
    ...slow,
    id: 'i1',
    kind: 'slow-request',
    message: 'xmlhttprequest 411000 ms',
  });
  await store.db.incidents.put({
    ...slow,
    id: 'i2',
    at: at(99),
    duration: 401_500,
    kind: 'slow-request',
    message: '',
  });
  const session = await store.sessions.find('s1');
  if (!session) throw new Error('no session');
  for (let times = 0; times < 2; times += 1) {
    await closeSession(store, { detectSteps, stepTimes, findGaps }, session);
    const whole = await store.sessions.readWhole('s1');
    expect(whole?.gaps.find(({ id }) => id === 'g1')).toMatchObject({ from: at(20), to: at(600) });
    expect(whole?.incidents).toMatchObject([
      { id: 'i1', duration: 11_000, message: 'xmlhttprequest 11000 ms' },
    ]);
  }
});

test('a page that went on by itself while the walk was being ended makes no step that ends before it begins', async () => {
  const store = freshStore();
  await store.db.sessions.put(sessionRow('s1', { state: 'finished', endedAt: at(10) }));
  const visit = { ...of, kind: 'wizard' as const, title: '', identity: false, back: false, redirects: 0 };
  await store.db.visits.bulkPut([
    { ...visit, id: 'v1', at: startedAt, wizardStep: '一' },
    { ...visit, id: 'v2', at: at(12), wizardStep: '二' },
  ]);
  const session = await store.sessions.find('s1');
  if (!session) throw new Error('no session');
  await closeSession(store, { detectSteps, stepTimes, findGaps }, session);
  const steps = (await store.sessions.readWhole('s1'))?.steps ?? [];
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    [startedAt, at(12)],
    [at(12), at(12)],
  ]);
});
