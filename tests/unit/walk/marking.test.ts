import { beforeEach, describe, expect, test } from 'vitest';
import { Bookmark } from '../../../lib/model/bookmark.ts';
import { PainPoint } from '../../../lib/model/pain-point.ts';
import { Programme } from '../../../lib/model/programme.ts';
import { SiteProfile } from '../../../lib/model/site-profile.ts';
import type { Visit } from '../../../lib/model/visit.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { createBookmarks } from '../../../lib/walk/bookmarks.ts';
import { eraseStretch } from '../../../lib/walk/erase-stretch.ts';
import { createPicker } from '../../../lib/walk/pick-element.ts';
import { createTagging } from '../../../lib/walk/tag-pain-points.ts';
import type { SessionRow } from '../../../lib/walk/types.ts';
import { programme } from '../../support/form-sources.ts';
import { freshStore, openWalk, startedAt } from '../store/fresh-store.ts';
import { asBrowser, fakeBrowser } from './fake-browser.ts';

const profile = SiteProfile.parse({
  id: 'portal',
  name: '门户',
  hosts: ['zwfw.example'],
  identityHosts: ['login.example'],
});
const element = {
  label: '下一步',
  role: 'button',
  selectors: ['aria/下一步[role="button"]', '#next'],
  framePath: [],
  rect: { x: 1, y: 2, width: 3, height: 4 },
  url: 'https://zwfw.example/apply',
};
const item = programme.checklists[0]?.dimensions[0];
const [first, second] = item?.items ?? [];
const tag = { dimensionId: item?.id ?? '', checkItemId: first?.id ?? '', severity: 'moderate' as const };

let store: Store;
let session: SessionRow;
let parts: ReturnType<typeof make>;
/** What the walk's log has of pages, oldest first. */
let visits: Visit[] = [];
const visit = (at: number, url: string, title: string, tab = 7) =>
  ({ id: `v${at}`, at, tab, frame: 0, kind: 'document', url, title }) as Visit;

/** Bookmarks, picker and tagging of one open walk; pictures are taken at once, and orders to frames noted. */
function make(url = 'https://zwfw.example/apply') {
  const browser = fakeBrowser();
  browser.tabs.all.set(7, { id: 7, url });
  Object.assign(browser.tabs, { update: async () => undefined });
  const said: string[] = [];
  const current = { find: async () => ({ session, profile }), findFor: async () => ({ session, profile }) };
  // A picture takes a moment, as it does in a browser.
  const shooter = {
    async now() {
      await new Promise((done) => setTimeout(done));
      return session.privacy === 'full' ? 'shot-now' : undefined;
    },
    soon() {},
  };
  const note = (name: string) => async () => void said.push(name);
  const dependencies = {
    browser: asBrowser(browser),
    store,
    packs: {
      programmes: async () => [Programme.parse({ ...programme, id: session.programme.id })],
      siteProfiles: async () => [],
    },
    redact: { text: (text: string) => text, url: (address: string) => address },
    current,
    shooter,
    speak: { beginPick: note('begin'), endPick: note('end'), openTagging: note('tagging') },
    log: {
      latest: async () => ({ url: 'https://zwfw.example/apply', title: '〔姓名〕的申请' }),
      back: async (_session: string, fits: (row: Visit) => boolean) => visits.findLast(fits),
    },
    announce() {},
    confirm: note('confirm'),
  } as never;
  const picker = createPicker(dependencies);
  return {
    said,
    browser,
    picker,
    bookmarks: createBookmarks(dependencies),
    tagging: createTagging({ ...(dependencies as object), picker } as never),
  };
}

beforeEach(async () => {
  visits = [];
  store = freshStore();
  await openWalk(store);
  await store.db.sessions.update('s1', { visibleTab: 7 });
  session = (await store.sessions.find('s1')) as SessionRow;
  parts = make();
});

describe('a bookmark', () => {
  test('is the last minute, with a picture and a word to the walker, and no pain point', async () => {
    expect(await parts.bookmarks.bookmark()).toMatchObject({ ok: true });
    const [row] = await store.db.bookmarks.toArray();
    expect(row?.interval.to).toBe(row?.at);
    expect((row?.interval.to ?? 0) - (row?.interval.from ?? 0)).toBeLessThanOrEqual(60_000);
    expect(row).toMatchObject({ screenshotId: 'shot-now', url: 'https://zwfw.example/apply' });
    expect(parts.said).toEqual(['confirm']);
    expect(await store.db.painPoints.count()).toBe(0);
  });

  test('has the title that the page told, not what the browser shows in the tab', async () => {
    parts.browser.tabs.all.set(7, { id: 7, url: 'https://zwfw.example/apply', title: '扎西的申请' });
    await parts.bookmarks.bookmark();
    await parts.tagging.tag(tag);
    expect((await store.db.bookmarks.toArray()).map(({ title }) => title)).toEqual(['〔姓名〕的申请']);
    expect((await store.db.painPoints.toArray()).map(({ title }) => title)).toEqual(['〔姓名〕的申请']);
  });

  test('on a page that has not told its title yet has none', async () => {
    parts.browser.tabs.all.set(7, { id: 7, url: 'https://zwfw.example/other', title: '扎西的申请' });
    await parts.bookmarks.bookmark();
    expect((await store.db.bookmarks.toArray()).map(({ title }) => title)).toEqual(['']);
  });

  test('set while paused is the minute before the pause', async () => {
    const paused = startedAt + 90_000;
    session.pauses = [{ from: paused, reason: '' }];
    await parts.bookmarks.bookmark();
    const [row] = await store.db.bookmarks.toArray();
    expect(row?.interval).toEqual({ from: paused - 60_000, to: paused });
  });

  test('set while paused has the page before the pause, not the one that is open in it', async () => {
    const paused = startedAt + 90_000;
    session.pauses = [{ from: paused, reason: '' }];
    session.state = 'paused';
    visits = [
      visit(startedAt, 'https://zwfw.example/', '首页'),
      visit(startedAt + 10, 'https://zwfw.example/apply', '申请'),
      visit(paused + 10, 'https://zwfw.example/later', '之后'),
    ];
    parts.browser.tabs.all.set(7, { id: 7, url: 'https://bank.example/account/12' });
    await parts.bookmarks.bookmark();
    await parts.tagging.tag(tag);
    const before = { url: 'https://zwfw.example/apply', title: '申请' };
    expect(await store.db.bookmarks.toArray()).toMatchObject([before]);
    expect(await store.db.painPoints.toArray()).toMatchObject([before]);
    session.privacy = 'metrics';
    await parts.tagging.tag(tag);
    expect((await store.db.painPoints.toArray()).map(({ title }) => title).sort()).toEqual(['', '申请']);
  });

  test('set while paused, before any page is known, has no page', async () => {
    session.pauses = [{ from: startedAt + 90_000, reason: '' }];
    session.state = 'paused';
    await parts.bookmarks.bookmark();
    expect(await store.db.bookmarks.toArray()).toMatchObject([{ url: '', title: '' }]);
  });

  test('filled in gives the pain point its own moment, page and picture, not those of now', async () => {
    const bookmark = Bookmark.parse({
      id: 'b1',
      at: startedAt + 500,
      interval: { from: startedAt, to: startedAt + 500 },
      screenshotId: 'shot-then',
      url: 'https://zwfw.example/then',
    });
    await store.db.bookmarks.put({ ...bookmark, sessionId: 's1' });
    expect(await parts.tagging.tag({ ...tag, bookmarkId: 'b1' })).toMatchObject({ ok: true });
    const [point] = await store.db.painPoints.toArray();
    expect(point).toMatchObject({
      at: bookmark.at,
      interval: bookmark.interval,
      screenshotId: 'shot-then',
      url: bookmark.url,
    });
    expect((await store.db.bookmarks.get('b1'))?.filledAs).toBe(point?.id);
  });

  test('of another walk, or one that is gone, cannot be filled in, and nothing is tagged', async () => {
    expect(await parts.tagging.tag({ ...tag, bookmarkId: 'b9' })).toMatchObject({ detail: 'bookmark' });
    expect(await store.db.painPoints.count()).toBe(0);
  });

  test('is dropped and put back as it was', async () => {
    await parts.bookmarks.bookmark();
    const [row] = await store.db.bookmarks.toArray();
    const dropped = await parts.bookmarks.dropBookmark(row?.id ?? '');
    expect(await store.db.bookmarks.count()).toBe(0);
    if (dropped.ok) await parts.bookmarks.putBackBookmark(dropped.bookmark);
    expect(await store.db.bookmarks.toArray()).toEqual([row]);
  });

  test('put back after the consent it was set under was withdrawn and its stretch erased has no word and no picture', async () => {
    const set = {
      id: 'b1',
      interval: { from: startedAt, to: startedAt + 20 },
      title: '张三的空间',
      url: 'https://zwfw.example/space/zhangsan',
      screenshotId: 'sh1',
    };
    const at = { consented: startedAt + 10, withdrawn: startedAt + 30 };
    const consent = { at: at.consented, notice: '2026-1', how: 'spoken', sensitive: true } as const;
    session.privacy = 'metrics';
    session.consents = [{ ...consent, withdrawnAt: at.withdrawn, erased: true }];
    session.privacyChanges = [
      { from: startedAt, privacy: 'metrics' },
      { from: at.consented, privacy: 'full' },
      { from: at.withdrawn, privacy: 'metrics' },
    ];
    await parts.bookmarks.putBackBookmark(Bookmark.parse({ ...set, at: startedAt + 20 }));
    const [row] = await store.db.bookmarks.toArray();
    expect([row?.title, row?.screenshotId]).toEqual(['', undefined]);
    expect(row?.url).not.toContain('zhangsan');
    expect((await eraseStretch(store, 's1', at.consented, at.withdrawn)).words).toBe(0);
    // Withdrawn without a word of deletion, what was recorded stays.
    session.consents = [{ ...consent, withdrawnAt: at.withdrawn, erased: false }];
    await parts.bookmarks.putBackBookmark(Bookmark.parse({ ...set, at: startedAt + 20 }));
    expect(await store.db.bookmarks.toArray()).toMatchObject([
      { title: '张三的空间', url: set.url, screenshotId: 'sh1' },
    ]);
  });

  test('of the walk before is not put into this one', async () => {
    const before = Bookmark.parse({
      id: 'b1',
      at: startedAt - 1,
      interval: { from: startedAt - 2, to: startedAt - 1 },
    });
    expect(await parts.bookmarks.putBackBookmark(before)).toMatchObject({ ok: false, detail: 'bookmark' });
    expect(await store.db.bookmarks.count()).toBe(0);
  });

  test('goes with the session, and the proof finds nothing of it', async () => {
    await parts.bookmarks.bookmark();
    expect((await store.purge('s1', 'asked')).residue).toEqual([]);
    expect(await store.db.bookmarks.count()).toBe(0);
  });
});

describe('several check items and a persona', () => {
  test('are kept, changed, and taken away again', async () => {
    const more = { dimensionId: tag.dimensionId, checkItemId: second?.id ?? '' };
    const kept = await parts.tagging.tag({ ...tag, moreCheckItems: [more], persona: 'remote' });
    const id = kept.ok ? kept.painPointId : '';
    expect(await store.db.painPoints.get(id)).toMatchObject({ moreCheckItems: [more], persona: 'remote' });
    await parts.tagging.amendTag(id, { severity: 'serious' });
    expect(await store.db.painPoints.get(id)).toMatchObject({ persona: 'remote', severity: 'serious' });
    await parts.tagging.amendTag(id, { persona: null, moreCheckItems: [] });
    expect(await store.db.painPoints.get(id)).toMatchObject({ persona: undefined, moreCheckItems: [] });
  });

  test('that the programme does not have are refused by name', async () => {
    const more = { dimensionId: 'd', checkItemId: 'nowhere' };
    expect(await parts.tagging.tag({ ...tag, moreCheckItems: [more] })).toMatchObject({
      detail: 'checkItemId',
    });
  });
});

describe('an element that was pointed at', () => {
  const point = (told: unknown, url = 'https://zwfw.example/apply') =>
    parts.picker.elementPicked(7, url, { element: told, from: 'bar' });

  test('waits with its picture for the next tag, and for that one alone', async () => {
    await point(element);
    expect(await parts.picker.picked()).toEqual({ label: '下一步', role: 'button' });
    expect(parts.said).toEqual(['end', 'tagging']);
    await parts.tagging.tag(tag);
    await parts.tagging.tag(tag);
    const [one, other] = (await store.db.painPoints.toArray()).sort(
      (a, b) => Number(!a.element) - Number(!b.element),
    );
    expect(one).toMatchObject({ element: { label: '下一步' }, screenshotId: 'shot-now' });
    expect(other?.element).toBeUndefined();
    expect(await parts.picker.picked()).toBeUndefined();
  });

  test('opens no panel over somebody who points anew meanwhile', async () => {
    const told = point(element);
    await parts.picker.beginPick('bar');
    await told;
    expect(parts.said).not.toContain('tagging');
  });

  test('is not taken over a change of consent: it would outlive the erasing of its stretch', async () => {
    const bookmark = Bookmark.parse({
      id: 'b1',
      at: startedAt + 5,
      interval: { from: startedAt, to: startedAt + 5 },
    });
    await store.db.bookmarks.put({ ...bookmark, sessionId: 's1' });
    session.privacyChanges = [{ from: startedAt + 10, privacy: 'full' }];
    await point(element);
    await parts.tagging.tag({ ...tag, bookmarkId: 'b1' });
    const [kept] = await store.db.painPoints.toArray();
    expect([kept?.element, kept?.screenshotId]).toEqual([undefined, undefined]);
  });

  test('is dropped when it is not one, or comes from the unified login', async () => {
    await point({ ...element, rect: 'everywhere' });
    await point(element, 'https://login.example/login');
    expect(await parts.picker.picked()).toBeUndefined();
  });

  test('in metrics mode has no word of the page and no picture', async () => {
    session.privacy = 'metrics';
    await point(element);
    await parts.tagging.tag(tag);
    const [kept] = await store.db.painPoints.toArray();
    expect(kept?.element).toMatchObject({ label: '', role: 'button', selectors: ['#next'] });
    expect(kept?.screenshotId).toBeUndefined();
  });

  test('is pointed at no more once its page goes, its tab closes, the walk pauses, ends or is another', async () => {
    const { picker, browser, said } = parts;
    const begin = async () => {
      await picker.beginPick('sidePanel');
      expect(picker.isPicking('s1')).toBe(true);
    };
    const commit = { tabId: 7, frameId: 0, url: 'https://zwfw.example/next' };
    await begin();
    expect(picker.isPicking('s2')).toBe(false);
    await browser.webNavigation.onCommitted.fire({ ...commit, frameId: 3 });
    await browser.webNavigation.onCommitted.fire({ ...commit, tabId: 8 });
    await browser.webNavigation.onCommitted.fire({ ...commit, documentLifecycle: 'prerender' });
    expect(picker.isPicking('s1')).toBe(true);
    await browser.webNavigation.onCommitted.fire(commit);
    expect(picker.isPicking('s1')).toBe(false);
    await begin();
    await browser.tabs.onRemoved.fire(7);
    expect(picker.isPicking('s1')).toBe(false);
    await begin();
    said.length = 0;
    // What waited from before is dropped; who points anew goes on.
    await picker.dropPicked();
    expect([picker.isPicking('s1'), said]).toEqual([true, []]);
    await picker.stop();
    await picker.stop();
    // The page of a walk that pauses is pointed at no more either.
    expect([picker.isPicking('s1'), said]).toEqual([false, ['end']]);
  });

  test('is not asked for on the unified login, nor while the walk is paused', async () => {
    parts = make('https://login.example/login');
    expect(await parts.picker.beginPick('bar')).toMatchObject({ code: 'not-pickable' });
    session.state = 'paused';
    expect(await parts.picker.beginPick('bar')).toMatchObject({ code: 'not-pickable' });
    expect(parts.said).toEqual([]);
  });
});

test('erasing a stretch takes element, drawing and page titles from what was marked in it, and leaves the walker’s words', async () => {
  await parts.bookmarks.bookmark();
  await store.db.painPoints.put({
    ...PainPoint.parse({
      id: 'p1',
      at: startedAt + 10,
      interval: { from: startedAt, to: startedAt + 10 },
      dimensionId: 'd',
      checkItemId: 'c',
      severity: 'minor',
      note: '字太小',
      title: '张三的空间',
      screenshotId: 'sh1',
      element,
      drawing: [{ kind: 'text', at: { x: 1, y: 1 }, text: '这里' }],
    }),
    sessionId: 's1',
  });
  await store.db.bookmarks.toCollection().modify({ title: '张三的空间', at: startedAt + 20 });
  const left = await eraseStretch(store, 's1', startedAt, startedAt + 1000);
  expect(left.words).toBe(0);
  const [kept] = await store.db.painPoints.toArray();
  expect(kept).toMatchObject({ note: '字太小', title: '' });
  expect([kept?.element, kept?.drawing, kept?.screenshotId]).toEqual([undefined, undefined, undefined]);
  expect(await store.db.bookmarks.toArray()).toMatchObject([{ title: '' }]);
});
