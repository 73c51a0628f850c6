import { expect, test } from 'vitest';
import { createRedactor, createSessionDigests } from '../../../lib/redact/index.ts';
import { createToldWordsHealer } from '../../../lib/walk/heal-told-words.ts';
import { openWalking } from './open-background.ts';

test('a title and an address kept before a page said whose name it is are masked once one has, also of a request, and no other row', async () => {
  const { store, rows, walk, current } = await openWalking();
  const digests = createSessionDigests('k');
  const learner = createRedactor({ digests });
  const redact = {
    text: (text: string) => createRedactor({ digests }).redactText(text).text,
    url: (url: string) => createRedactor({ digests }).redactUrl(url),
  };
  const of = {
    sessionId: walk.session.id,
    tab: 1,
    frame: 0,
    kind: 'document',
    back: false,
    redirects: 0,
  } as const;
  const visit = { ...of, identity: false, at: 5 };
  await store.db.visits.bulkPut([
    { ...visit, id: 'v1', url: 'https://a.example/u/%E5%BC%A0%E6%99%93%E7%A6%BE', title: '张晓禾的空间' },
    { ...visit, id: 'v2', url: 'https://a.example/guide', title: '办事指南' },
    { ...visit, id: 'v3', sessionId: 'other', url: 'https://a.example/', title: '张晓禾的空间' },
  ]);
  const request = { sessionId: walk.session.id, tab: 1, frame: 0, at: 6, method: 'GET', status: 500 };
  const asked = 'https://a.example/api/%E5%BC%A0%E6%99%93%E7%A6%BE';
  await store.db.requests.bulkPut([
    { ...request, id: 'r1', type: 'xmlhttprequest', url: asked },
    { ...request, id: 'r2', type: 'xmlhttprequest', url: asked, sessionId: 'other' },
  ] as never[]);
  await store.db.incidents.put({
    ...request,
    id: 'i1',
    kind: 'failed-request',
    message: 'xmlhttprequest',
    url: asked,
  } as never);
  const healer = createToldWordsHealer({ store, rows, redact, find: current.find });
  await healer.now();
  expect((await store.db.visits.get('v1'))?.title).toBe('张晓禾的空间');
  learner.redactLabelled('姓名', '张晓禾');
  await healer.now();
  await rows.finish();
  expect(await store.db.visits.get('v1')).toMatchObject({
    url: 'https://a.example/u/〔姓名〕',
    title: '〔姓名〕的空间',
  });
  expect(await store.db.visits.get('v2')).toMatchObject({
    url: 'https://a.example/guide',
    title: '办事指南',
  });
  expect((await store.db.visits.get('v3'))?.title).toBe('张晓禾的空间');
  expect((await store.db.requests.get('r1'))?.url).toBe('https://a.example/api/〔姓名〕');
  expect((await store.db.requests.get('r2'))?.url).toBe(asked);
  expect((await store.db.incidents.get('i1'))?.url).toBe('https://a.example/api/〔姓名〕');
});
