import type { Outcome, TagChange, TagRequest } from '../messages.ts';
import type { Bookmark } from '../model/bookmark.ts';
import { findCheckItem } from '../model/checklist.ts';
import { checkItemsOf, lastMinute, PainPoint, Severity } from '../model/pain-point.ts';
import { momentToTag } from './bookmarks.ts';
import type { CurrentWalk } from './current-walk.ts';
import { failed } from './failed.ts';
import { pageShown } from './page-facts.ts';
import type { Picker } from './pick-element.ts';
import type { Shooter } from './shoot-tab.ts';
import { freshId, type OpenWalk, type SessionRow, type WalkDependencies } from './types.ts';
import type { VisitLog } from './visit-log.ts';
import { withLimit } from './with-limit.ts';

/**
 * Whether an element pointed at now may go with a moment marked before: not over a change of consent, as what is
 * erased later is found by its moment.
 */
const mayJoin = ({ privacyChanges = [] }: SessionRow, bookmark: Bookmark | undefined): boolean =>
  !bookmark || !privacyChanges.some(({ from }) => from > bookmark.at);

/** Tags, amends and takes back pain points of the open walk. */
export function createTagging(
  dependencies: WalkDependencies & {
    current: CurrentWalk;
    shooter: Shooter;
    picker: Picker;
    log: VisitLog;
    announce(): void;
  },
) {
  const { browser, store, packs, redact, current, shooter, picker, log, announce } = dependencies;

  /** A picture of the moment; when the page would not hold still for one, the newest of the pain point's interval. */
  const givePicture = async (point: PainPoint, session: SessionRow) => {
    const taken = await shooter.now(session.visibleTab, 'pain-point');
    const shots = await store.db.screenshots.where({ sessionId: session.id }).sortBy('at');
    const near = shots.findLast((shot) => shot.at >= point.interval.from && shot.at <= point.interval.to)?.id;
    const screenshotId = taken ?? near;
    if (screenshotId) await store.db.painPoints.update(point.id, { screenshotId });
  };

  /** Moment and page of a tag that is about what is shown now. */
  const here = async (walk: OpenWalk, at: number) => {
    const { session } = walk;
    const tab = await browser.tabs.get(session.visibleTab).catch(() => undefined);
    return {
      at,
      interval: lastMinute(momentToTag(session, at), session.startedAt),
      ...(await pageShown(walk, tab, { log, redact })),
    };
  };
  /** What is filled in later is about the page on which the bookmark was set. */
  const momentOf = ({ at, interval, stepId, screenshotId, url, title }: Bookmark) => ({
    at,
    interval,
    url,
    title,
    ...(stepId ? { stepId } : {}),
    ...(screenshotId ? { screenshotId } : {}),
  });

  return {
    async tag(tag: TagRequest): Promise<Outcome<{ painPointId: string }>> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      const programme = (await packs.programmes()).find((each) => each.id === walk.session.programme.id);
      if (checkItemsOf(tag).some((each) => !findCheckItem(programme?.checklists ?? [], each.checkItemId)))
        return failed('bad-input', 'checkItemId');
      if (!Severity.safeParse(tag.severity).success) return failed('bad-input', 'severity');
      const bookmark = tag.bookmarkId ? await store.db.bookmarks.get(tag.bookmarkId) : undefined;
      if (tag.bookmarkId && bookmark?.sessionId !== walk.session.id) return failed('bad-input', 'bookmark');
      const now = Date.now();
      const picked = mayJoin(walk.session, bookmark) ? await picker.take() : undefined;
      const painPoint = PainPoint.safeParse({
        id: freshId(),
        kind: tag.kind ?? 'pain',
        ...(bookmark ? momentOf(bookmark) : await here(walk, now)),
        ...(tag.interval ? { interval: tag.interval } : {}),
        dimensionId: tag.dimensionId,
        checkItemId: tag.checkItemId,
        moreCheckItems: tag.moreCheckItems,
        persona: tag.persona,
        severity: tag.severity,
        note: tag.note ?? '',
        need: tag.need ?? '',
        measure: tag.measure ?? '',
        ...(picked ? { element: picked.element } : {}),
        // The picture on which the element stands where it was pointed at.
        ...(picked?.screenshotId ? { screenshotId: picked.screenshotId } : {}),
      });
      if (!painPoint.success) return failed('bad-input', painPoint.error.issues[0]?.path.join('.') ?? '');
      const { id } = painPoint.data;
      await store.db.transaction('rw', store.db.painPoints, store.db.bookmarks, async () => {
        await store.db.painPoints.put({ ...painPoint.data, sessionId: walk.session.id });
        if (bookmark) await store.db.bookmarks.update(bookmark.id, { filledAs: id });
      });
      announce();
      // The page may be left right after tagging: its picture first, but nobody waits long for it.
      if (!painPoint.data.screenshotId && !bookmark)
        await withLimit(givePicture(painPoint.data, walk.session), 1500);
      return { ok: true, painPointId: id };
    },

    async amendTag(id: string, change: TagChange): Promise<Outcome> {
      return store.db.transaction('rw', store.db.painPoints, async (): Promise<Outcome> => {
        const row = await store.db.painPoints.get(id);
        const next = PainPoint.safeParse({
          ...row,
          ...change,
          persona: change.persona === null ? undefined : (change.persona ?? row?.persona),
        });
        if (!row || !next.success) return failed('bad-input', next.error?.issues[0]?.path.join('.') ?? 'id');
        await store.db.painPoints.put({ ...next.data, sessionId: row.sessionId });
        return { ok: true };
      });
    },

    async untag(id: string): Promise<Outcome> {
      await store.db.painPoints.delete(id);
      announce();
      return { ok: true };
    },
  };
}
