import type { Outcome } from '../messages.ts';
import { Bookmark } from '../model/bookmark.ts';
import { metricsStretches } from '../model/consent.ts';
import { lastMinute } from '../model/pain-point.ts';
import { quietUrl } from '../redact/quiet-url.ts';
import type { CurrentWalk } from './current-walk.ts';
import { failed } from './failed.ts';
import { pageShown } from './page-facts.ts';
import { quietRulesOf } from './redact-by-policy.ts';
import type { Shooter } from './shoot-tab.ts';
import { freshId, type OpenWalk, type SessionRow, type WalkDependencies } from './types.ts';
import type { VisitLog } from './visit-log.ts';
import { withLimit } from './with-limit.ts';

/** Where the last minute ends: now, or where the pause began that is on now. */
export function momentToTag({ pauses }: Pick<SessionRow, 'pauses'>, now: number): number {
  return pauses.find((pause) => pause.to === undefined)?.from ?? now;
}

/** A bookmark as its walk may have it now: of a stretch of which metrics alone are kept, or left, without words and picture. */
function asAllowed({ screenshotId, ...bookmark }: Bookmark, { session, profile }: OpenWalk): Bookmark {
  const { at, url } = bookmark;
  const isQuiet = metricsStretches(session, Date.now()).some(({ from, to }) => at >= from && at <= to);
  if (isQuiet) return { ...bookmark, title: '', url: quietUrl(url, quietRulesOf(session, profile)) };
  return { ...bookmark, ...(screenshotId ? { screenshotId } : {}) };
}

/** Sets bookmarks of the open walk by one key, drops them, and puts a dropped one back. */
export function createBookmarks(
  dependencies: Pick<WalkDependencies, 'browser' | 'store' | 'redact'> & {
    current: CurrentWalk;
    shooter: Shooter;
    log: VisitLog;
    announce(): void;
    /** Shows the walker that it was kept, with a way back. */
    confirm(tab: number, bookmark: Bookmark): Promise<unknown>;
  },
) {
  const { browser, store, redact, current, shooter, log, announce, confirm } = dependencies;

  const givePicture = async ({ id, interval }: Bookmark, session: SessionRow) => {
    const taken = await shooter.now(session.visibleTab, 'manual');
    const shots = await store.db.screenshots.where({ sessionId: session.id }).sortBy('at');
    const near = shots.findLast((shot) => shot.at >= interval.from && shot.at <= interval.to)?.id;
    const screenshotId = taken ?? near;
    if (screenshotId) await store.db.bookmarks.update(id, { screenshotId });
  };

  return {
    async bookmark(): Promise<Outcome<{ bookmarkId: string }>> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      const { session } = walk;
      const at = Date.now();
      const tab = await browser.tabs.get(session.visibleTab).catch(() => undefined);
      const bookmark = Bookmark.parse({
        id: freshId(),
        at,
        interval: lastMinute(momentToTag(session, at), session.startedAt),
        ...(await pageShown(walk, tab, { log, redact })),
      });
      await store.db.bookmarks.put({ ...bookmark, sessionId: session.id });
      announce();
      // Told at once: with a confirmation of the one before on the screen, the way back would lead to that.
      void confirm(session.visibleTab, bookmark).catch(() => undefined);
      // The page may be left right after: its picture, for which the bar is hidden, but nobody waits long for it.
      await withLimit(givePicture(bookmark, session), 1500);
      return { ok: true, bookmarkId: bookmark.id };
    },

    /** Gives what was dropped, so that it can be put back. */
    async dropBookmark(id: string): Promise<Outcome<{ bookmark: Bookmark }>> {
      const row = await store.db.bookmarks.get(id);
      if (!row) return failed('bad-input', 'bookmark');
      await store.db.bookmarks.delete(id);
      announce();
      const { sessionId: _own, ...bookmark } = row;
      return { ok: true, bookmark };
    },

    async putBackBookmark(bookmark: Bookmark): Promise<Outcome> {
      const walk = await current.find();
      const parsed = Bookmark.safeParse(bookmark);
      if (!walk) return failed('noSession');
      // A panel that was open all the time may still hold one of the walk before.
      if (!parsed.success || parsed.data.at < walk.session.startedAt) return failed('bad-input', 'bookmark');
      await store.db.bookmarks.put({ ...asAllowed(parsed.data, walk), sessionId: walk.session.id });
      announce();
      return { ok: true };
    },
  };
}
