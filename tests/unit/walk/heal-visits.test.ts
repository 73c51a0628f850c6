import { describe, expect, test, vi } from 'vitest';
import { createVisitHealer } from '../../../lib/walk/heal-visits.ts';
import { createLoadsCutShort } from '../../../lib/walk/loads-cut-short.ts';
import { createTurns } from '../../../lib/walk/turns.ts';
import { watchVisits } from '../../../lib/walk/watch-visits.ts';
import { startedAt } from '../store/fresh-store.ts';
import { openBackground, openWalking, redact } from './open-background.ts';

const document = 'AB12CD34';
const page = (changes: object = {}) => ({
  url: 'https://portal.example/guide',
  at: startedAt + 5000,
  back: false,
  document,
  ...changes,
});
const committed = (changes: object = {}) => ({
  tabId: 1,
  frameId: 0,
  url: 'https://portal.example/guide',
  timeStamp: startedAt + 5010,
  documentId: document,
  documentLifecycle: 'active',
  transitionType: 'link',
  transitionQualifiers: [] as string[],
  ...changes,
});

const first = {
  at: startedAt,
  tab: 1,
  frame: 0,
  kind: 'document' as const,
  title: '',
  identity: false,
  back: false,
  redirects: 0,
};

async function walking() {
  const background = await openWalking();
  const { browser, current, log, rows } = background;
  const onArrived = vi.fn();
  const injector = { intoTab: vi.fn(async () => true), intoFrame: vi.fn(async () => {}) } as never;
  const cutShort = createLoadsCutShort({ browser, log, redact });
  watchVisits({
    browser,
    current,
    injector,
    log,
    rows,
    redact,
    cutShort,
    inOrder: createTurns(1),
    onArrived,
  });
  const healer = createVisitHealer({ log, redact, onArrived });
  const visits = () => background.store.db.visits.where({ sessionId: 's1' }).sortBy('at');
  const { onCommitted, onCompleted, onErrorOccurred, onHistoryStateUpdated } = background.fake.webNavigation;
  return {
    ...background,
    healer,
    visits,
    commit: onCommitted,
    complete: onCompleted,
    callOff: onErrorOccurred,
    cutShort,
    route: onHistoryStateUpdated,
  };
}

describe('a document whose commit was lost with the worker', () => {
  test('is a visit all the same once its page says hello, with its address and time', async () => {
    const { healer, walk, visits } = await walking();
    expect(await healer.documentSaysHello(walk, 1, page())).toBe(true);
    expect(await visits()).toMatchObject([
      { kind: 'document', at: startedAt + 5000, url: page().url, title: '', tab: 1, frame: 0 },
    ]);
    expect(await healer.documentSaysHello(walk, 1, page()), 'said twice').toBe(false);
    expect(await visits()).toHaveLength(1);
  });

  test('is one visit when the browser’s word comes after all: its time and transition, the page’s title', async () => {
    const { healer, walk, visits, commit } = await walking();
    await healer.documentSaysHello(walk, 1, page());
    await healer.documentIsCalled(walk, 1, { url: page().url, title: '办事指南', document });
    await commit.fire(committed());
    expect(await visits()).toMatchObject([{ at: startedAt + 5010, transition: 'link', title: '办事指南' }]);
  });

  test('whose commit came is not made up for', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed());
    expect(await healer.documentSaysHello(walk, 1, page())).toBe(false);
    expect(await visits()).toHaveLength(1);
  });

  test('another worker finds what the one before it wrote', async () => {
    const { store, fake, commit } = await walking();
    await commit.fire(committed());
    const after = openBackground({ store, fake });
    const healer = createVisitHealer({ log: after.log, redact, onArrived: vi.fn() });
    const walk = await after.current.find();
    if (!walk) throw new Error('the walk was not found again');
    expect(await healer.documentSaysHello(walk, 1, page())).toBe(false);
  });

  test('on an identity host its title stays out', async () => {
    const { healer, walk, visits } = await walking();
    walk.profile = { identityHosts: ['login.example'], hosts: [], stageRules: [] } as never;
    const url = 'https://login.example/?token=1';
    await healer.documentSaysHello(walk, 1, page({ url }));
    await healer.documentIsCalled(walk, 1, { url, title: '统一登录', document });
    expect(await visits()).toMatchObject([{ identity: true, title: '' }]);
  });

  test('without the browser’s name for documents, a visit of that time is taken for it', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed({ documentId: undefined }));
    expect(await healer.documentSaysHello(walk, 1, page({ document: undefined }))).toBe(false);
    const later = page({ document: undefined, at: startedAt + 9000, url: 'https://portal.example/form' });
    expect(await healer.documentSaysHello(walk, 1, later)).toBe(true);
    expect(await visits()).toHaveLength(2);
  });
});

describe('a document shown again from the back/forward cache', () => {
  const again = committed({ timeStamp: startedAt + 20_000, transitionQualifiers: ['forward_back'] });

  test('is another visit, noted as back, and has no load time', async () => {
    const { visits, commit, complete } = await walking();
    await commit.fire(committed());
    await complete.fire(committed({ timeStamp: startedAt + 5400 }));
    await commit.fire(again);
    await complete.fire(again);
    const [first, second] = await visits();
    expect(first).toMatchObject({ back: false, loadMs: 390 });
    expect(second).toMatchObject({ back: true, url: first?.url });
    expect(second?.loadMs).toBeUndefined();
  });

  test('whose commit was lost is made up for beside its first visit', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed());
    await commit.fire(
      committed({ documentId: 'EF', url: 'https://portal.example/b', timeStamp: startedAt + 9000 }),
    );
    expect(await healer.documentSaysHello(walk, 1, page({ at: startedAt + 20_000, back: true }))).toBe(true);
    expect((await visits()).map((visit) => [visit.at - startedAt, visit.back])).toEqual([
      [5010, false],
      [9000, false],
      [20_000, true],
    ]);
  });
});

describe('a page that never got to its load event', () => {
  const aborted = (changes: object = {}) =>
    committed({ error: 'net::ERR_ABORTED', timeStamp: startedAt + 11_010, ...changes });

  test('was waited for until it was left, which is no load time', async () => {
    const { visits, commit, callOff } = await walking();
    await commit.fire(committed());
    await callOff.fire(aborted());
    const [visit] = await visits();
    expect(visit).toMatchObject({ leftMs: 6000 });
    expect(visit?.loadMs).toBeUndefined();
  });

  test('is not told by a download or an empty answer, nor by a page that was loaded', async () => {
    const { visits, commit, callOff, complete } = await walking();
    await commit.fire(committed());
    await callOff.fire(aborted({ url: 'https://portal.example/download' }));
    expect((await visits())[0]?.leftMs).toBeUndefined();
    await complete.fire(committed({ timeStamp: startedAt + 5400 }));
    await callOff.fire(aborted());
    expect((await visits()).map(({ loadMs, leftMs }) => [loadMs, leftMs])).toEqual([[390, undefined]]);
  });

  test('is told by its address also after it has changed its route', async () => {
    const { visits, commit, callOff, route } = await walking();
    await commit.fire(committed());
    const url = 'https://portal.example/step2';
    await route.fire(committed({ url, timeStamp: startedAt + 7900 }));
    await callOff.fire(aborted({ url }));
    expect((await visits()).map(({ kind, leftMs }) => [kind, leftMs])).toEqual([
      ['document', 6000],
      ['route', undefined],
    ]);
  });

  test('was waited for until the walk ended, where it was loading still', async () => {
    const { fake, walk, visits, commit, cutShort } = await walking();
    await commit.fire(committed());
    await cutShort.walkEnds(walk, startedAt + 9010);
    expect((await visits())[0]?.leftMs).toBeUndefined();
    fake.tabs.all.set(1, { id: 1, url: page().url, status: 'loading' });
    await cutShort.walkEnds(walk, startedAt + 9010);
    expect((await visits())[0]?.leftMs).toBe(4000);
  });

  test('and on which the walk began was under way before it', async () => {
    const { log, visits, callOff } = await walking();
    const { url } = page();
    await log.put('s1', { ...first, id: `d${document}`, url });
    await callOff.fire(aborted());
    expect((await visits())[0]?.leftMs).toBeUndefined();
  });
});

test('a page made ready in advance is no visit before it is shown', async () => {
  const { visits, commit } = await walking();
  await commit.fire(committed({ documentLifecycle: 'prerender' }));
  expect(await visits()).toEqual([]);
});

describe('a route whose browser event was lost', () => {
  test('is a visit once the page has stood there, and one only', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed());
    const place = { url: 'https://portal.example/guide#/step2', at: startedAt + 8000 };
    expect(await healer.pageStandsAt(walk, 1, place)).toBe(true);
    expect(await healer.pageStandsAt(walk, 1, place)).toBe(false);
    expect((await visits()).map((visit) => visit.kind)).toEqual(['document', 'route']);
  });

  test('that the browser told is not told again', async () => {
    const { healer, walk, visits, commit, route } = await walking();
    await commit.fire(committed());
    const url = 'https://portal.example/step2';
    await route.fire(committed({ url, timeStamp: startedAt + 7900 }));
    expect(await healer.pageStandsAt(walk, 1, { url, at: startedAt + 8000 })).toBe(false);
    expect(await visits()).toHaveLength(2);
  });
});

test('redirects on the way outlive the worker that counted them', async () => {
  const { store, fake, visits } = await walking();
  await fake.webNavigation.onBeforeNavigate.fire(committed());
  await fake.webRequest.onBeforeRedirect.fire({ tabId: 1 });
  await fake.webRequest.onBeforeRedirect.fire({ tabId: 1 });
  await vi.waitFor(() => expect(fake.storage.session.kept.get('redirects.1')).toBe(2));
  const next = {
    ...fake,
    webNavigation: { ...fake.webNavigation, onCommitted: (await import('./fake-browser.ts')).fakeEvent() },
  };
  const after = openBackground({ store, fake: next });
  const injector = { intoTab: async () => true, intoFrame: async () => {} } as never;
  const { browser, current, log, rows } = after;
  const cutShort = createLoadsCutShort({ browser, log, redact });
  watchVisits({
    browser,
    current,
    injector,
    log,
    rows,
    redact,
    cutShort,
    inOrder: createTurns(1),
    onArrived: vi.fn(),
  });
  await next.webNavigation.onCommitted.fire(committed());
  expect(await visits()).toMatchObject([{ redirects: 2 }]);
});

describe('a title', () => {
  const help = { documentId: 'EF', url: 'https://portal.example/help', timeStamp: startedAt + 9000 };

  test('of a page that was gone back to is what its document says, for the browser tells none', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed(help));
    await commit.fire(committed({ documentId: 'GH', timeStamp: startedAt + 9300 }));
    const said = { url: page().url, title: '办事指南', document: 'GH' };
    await healer.documentIsCalled(walk, 1, said);
    await healer.documentIsCalled(walk, 1, { url: help.url, title: '帮助', document: 'EF' });
    expect((await visits()).map(({ title }) => title)).toEqual(['帮助', '办事指南']);
  });

  test('is taken also where the browser has no name for documents', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed({ documentId: undefined }));
    await healer.documentIsCalled(walk, 1, { url: page().url, title: '办事指南', document: undefined });
    expect((await visits()).map(({ title }) => title)).toEqual(['办事指南']);
  });

  test('said by a page that is shown again from the cache is the later visit’s', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed());
    await commit.fire(committed(help));
    await commit.fire(committed({ timeStamp: startedAt + 20_000 }));
    await healer.documentIsCalled(walk, 1, { url: page().url, title: '办事指南', document });
    expect((await visits()).map(({ title }) => title)).toEqual(['', '', '办事指南']);
  });

  test('that a document says of an address it has left meanwhile is not the next route’s', async () => {
    const { healer, walk, visits, commit, route } = await walking();
    await commit.fire(committed());
    const url = 'https://portal.example/step2';
    await route.fire(committed({ url, timeStamp: startedAt + 7900 }));
    await healer.documentIsCalled(walk, 1, { url: page().url, title: '办事指南', document });
    expect((await visits()).map(({ title }) => title)).toEqual(['', '']);
    await healer.documentIsCalled(walk, 1, { url, title: '第二步', document });
    expect((await visits()).map(({ title }) => title)).toEqual(['', '第二步']);
  });

  test('that a document says once it is recorded in full stays off a visit of which metrics alone were kept', async () => {
    const { healer, walk, visits, commit } = await walking();
    await commit.fire(committed());
    const [visit] = await visits();
    const at = visit?.at ?? 0;
    walk.session.privacyChanges = [
      { from: walk.session.startedAt, privacy: 'metrics' },
      { from: at + 1000, privacy: 'full' },
    ];
    const said = { url: page().url, title: '办事指南', document };
    await healer.documentIsCalled(walk, 1, said);
    expect((await visits()).map(({ title }) => title)).toEqual(['']);
    walk.session.privacyChanges = [{ from: walk.session.startedAt, privacy: 'full' }];
    await healer.documentIsCalled(walk, 1, said);
    expect((await visits()).map(({ title }) => title)).toEqual(['办事指南']);
  });
});
