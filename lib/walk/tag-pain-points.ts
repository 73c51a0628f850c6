import type { Outcome, TagRequest } from '../messages.ts';
import { findCheckItem } from '../model/checklist.ts';
import { lastMinute, PainPoint, Severity } from '../model/pain-point.ts';
import type { CurrentWalk } from './current-walk.ts';
import { failed } from './failed.ts';
import { titleFor } from './page-facts.ts';
import type { Shooter } from './shoot-tab.ts';
import { freshId, type SessionRow, type WalkDependencies } from './types.ts';
import { withLimit } from './with-limit.ts';

/** Tags, amends and takes back pain points of the open walk. */
export function createTagging(
  dependencies: WalkDependencies & {
    current: CurrentWalk;
    shooter: Shooter;
    announce(): void;
  },
) {
  const { browser, store, packs, redact, current, shooter, announce } = dependencies;

  /** A picture of the moment; when the page would not hold still for one, the newest of the pain point's interval. */
  const givePicture = async (point: PainPoint, session: SessionRow) => {
    const taken = await shooter.now(session.visibleTab, 'pain-point');
    const shots = await store.db.screenshots.where({ sessionId: session.id }).sortBy('at');
    const near = shots.findLast((shot) => shot.at >= point.interval.from && shot.at <= point.interval.to)?.id;
    const screenshotId = taken ?? near;
    if (screenshotId) await store.db.painPoints.update(point.id, { screenshotId });
  };

  return {
    async tag(tag: TagRequest): Promise<Outcome<{ painPointId: string }>> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      const programme = (await packs.programmes()).find((each) => each.id === walk.session.programme.id);
      if (!findCheckItem(programme?.checklists ?? [], tag.checkItemId))
        return failed('bad-input', 'checkItemId');
      if (!Severity.safeParse(tag.severity).success) return failed('bad-input', 'severity');
      const at = Date.now();
      const tab = await browser.tabs.get(walk.session.visibleTab).catch(() => undefined);
      const painPoint = PainPoint.safeParse({
        id: freshId(),
        kind: tag.kind ?? 'pain',
        at,
        interval: tag.interval ?? lastMinute(at, walk.session.startedAt),
        dimensionId: tag.dimensionId,
        checkItemId: tag.checkItemId,
        severity: tag.severity,
        note: tag.note ?? '',
        need: tag.need ?? '',
        measure: tag.measure ?? '',
        url: tab?.url ? redact.url(tab.url, walk.profile) : '',
        title: titleFor(tab, walk.session.privacy, walk.profile, redact),
      });
      if (!painPoint.success) return failed('bad-input', painPoint.error.issues[0]?.path.join('.') ?? '');
      await store.db.painPoints.put({ ...painPoint.data, sessionId: walk.session.id });
      announce();
      // The page may be left right after tagging: its picture first, but nobody waits long for it.
      await withLimit(givePicture(painPoint.data, walk.session), 1500);
      return { ok: true, painPointId: painPoint.data.id };
    },

    async amendTag(id: string, change: Partial<TagRequest>): Promise<Outcome> {
      return store.db.transaction('rw', store.db.painPoints, async (): Promise<Outcome> => {
        const row = await store.db.painPoints.get(id);
        const next = PainPoint.safeParse({ ...row, ...change });
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
