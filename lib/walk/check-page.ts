import type { Outcome } from '../messages.ts';
import { failedChecks, PageCheck } from '../model/page-check.ts';
import { addressOf } from '../model/site-profile.ts';
import type { Visit } from '../model/visit.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import { failed } from './failed.ts';
import { freshId, type OpenWalk, type WalkDependencies } from './types.ts';
import { inTime } from './with-limit.ts';

/** A page that does not answer by then is left alone. */
const patience = 15_000;
/** A page has been read and settled by then, and the hand has rested so long. */
const settledMs = 3000;
const handRestMs = 2000;
/** A hand that never rests is not waited for any longer: the step has lasted by then. */
const longestWaitMs = 120_000;
/** The end of a walk waits so long for its last page. */
const lastWithinMs = 5000;

type Found = { kinds: number; places: number };
type Place = Pick<Visit, 'id' | 'at' | 'tab' | 'frame' | 'kind' | 'url' | 'wizardStep'>;

/**
 * Checks pages for accessibility and elder-friendliness: the one the walker looks at when they ask, and, where the
 * walk or its programme says so, the page of each step once the walker's hand rests on it, the last one at the end.
 * Nothing of it runs otherwise: axe-core is brought into the page for this and weighs half a megabyte. Never on login
 * pages.
 */
export function createPageChecker(
  dependencies: Pick<WalkDependencies, 'browser' | 'store' | 'redact' | 'packs'> & {
    current: CurrentWalk;
    announce(): void;
  },
) {
  const { browser, store, redact, packs, current, announce } = dependencies;
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  /** Where each tab's walker is, as long as it waits to be checked. */
  const places = new Map<number, Place>();
  const actedAt = new Map<number, number>();
  let busy: Promise<unknown> | undefined;

  const look = async (
    walk: OpenWalk,
    target: { tab: number; frame: number; url: string; visitId?: string },
    why: PageCheck['why'],
    before: number,
  ): Promise<Outcome<Found>> => {
    const { tab, frame, url, visitId } = target;
    // What is found while a walk is being ended is of its last step.
    const at = Math.min(Date.now(), before - 1);
    const [answer] = await inTime(
      browser.scripting.executeScript({
        target: { tabId: tab, frameIds: [frame] },
        files: ['/check-page.js'],
      }),
      patience,
    );
    // What comes from a page is parsed, whoever sent it.
    const parsed = PageCheck.safeParse({
      ...(answer?.result as object | undefined),
      id: freshId(),
      at,
      tab,
      frame,
      url: redact.url(url, walk.profile),
      why,
      ...(visitId ? { visitId } : {}),
    });
    if (!parsed.success) return failed('not-checkable', parsed.error.issues[0]?.path.join('.') ?? '');
    // Of an accompanied walk without consent nothing of the page is kept, its element names included.
    const quiet = walk.session.privacy === 'metrics';
    const results = parsed.data.results.map((each) => ({
      ...each,
      places: quiet ? [] : each.places.map(redact.text),
    }));
    await store.db.pageChecks.put({ ...parsed.data, results, sessionId: walk.session.id });
    announce();
    const found = failedChecks(parsed.data);
    return { ok: true, kinds: found.length, places: found.reduce((sum, { count }) => sum + (count ?? 0), 0) };
  };

  const check = async (
    walk: OpenWalk | undefined,
    target: Parameters<typeof look>[1] | undefined,
    why: PageCheck['why'],
    before = Number.POSITIVE_INFINITY,
  ): Promise<Outcome<Found>> => {
    if (walk?.session.state !== 'recording') return failed('noSession');
    if (busy || !target || !/^https?:/.test(target.url) || isIdentityAddress(target.url, walk.profile))
      return failed('not-checkable');
    const looking = look(walk, target, why, before);
    busy = looking;
    try {
      return await looking;
    } catch (error) {
      return failed('not-checkable', String(error));
    } finally {
      busy = undefined;
    }
  };

  const asksForSteps = async ({ session }: OpenWalk): Promise<boolean> => {
    if (session.pageChecks) return session.pageChecks === 'at-rest';
    const programme = (await packs.programmes()).find(({ id }) => id === session.programme.id);
    return programme?.pageChecks === 'at-rest';
  };

  /** A place the walker comes back to was checked the first time. */
  const isChecked = async (sessionId: string, place: Place): Promise<boolean> => {
    const known = await store.db.pageChecks.where({ sessionId }).toArray();
    if (known.some(({ visitId }) => visitId === place.id)) return true;
    const visits = await store.db.visits.bulkGet(known.flatMap(({ visitId }) => visitId ?? []));
    return visits.some(
      (visit) =>
        visit !== undefined &&
        addressOf(visit.url) === addressOf(place.url) &&
        (visit.wizardStep ?? '') === (place.wizardStep ?? ''),
    );
  };

  const checkPlace = async (walk: OpenWalk, place: Place, before?: number): Promise<void> => {
    if (!(await asksForSteps(walk)) || (await isChecked(walk.session.id, place))) return;
    const url =
      place.frame === 0
        ? ((await browser.tabs.get(place.tab).catch(() => undefined))?.url ?? '')
        : ((
            await browser.webNavigation.getFrame({ tabId: place.tab, frameId: place.frame }).catch(() => null)
          )?.url ?? '');
    await check(walk, { tab: place.tab, frame: place.frame, url, visitId: place.id }, 'step', before);
  };

  const settle = async (tab: number, place: Place): Promise<void> => {
    const walk = await current.findFor(tab);
    if (!walk || places.get(tab) !== place) return;
    const now = Date.now();
    const rested = now - (actedAt.get(tab) ?? 0);
    if (rested < handRestMs && now - place.at < longestWaitMs) return wait(tab, place, handRestMs - rested);
    if (busy) return wait(tab, place, handRestMs);
    places.delete(tab);
    if (walk.session.visibleTab === tab) await checkPlace(walk, place);
  };
  const wait = (tab: number, place: Place, ms: number): void => {
    clearTimeout(waiting.get(tab));
    waiting.set(
      tab,
      setTimeout(() => {
        waiting.delete(tab);
        void settle(tab, place).catch(() => undefined);
      }, ms),
    );
  };

  return {
    async now(): Promise<Outcome<Found>> {
      const walk = await current.find();
      const tab = walk && (await browser.tabs.get(walk.session.visibleTab).catch(() => undefined));
      return check(walk, tab && { tab: tab.id ?? -1, frame: 0, url: tab.url ?? '' }, 'asked');
    },
    /** The walker came to a place; asks for nothing unless the walk does. */
    arrived(visit: Place): void {
      if (visit.kind === 'tab') return;
      places.set(visit.tab, visit);
      wait(visit.tab, visit, settledMs);
    },
    /** The walker did something by hand: the page is theirs until the hand rests. */
    acted(tab: number, times: readonly number[]): void {
      if (times.length) actedAt.set(tab, Math.max(actedAt.get(tab) ?? 0, ...times));
    },
    /** The walk ends at this moment: the page it ends on, if it was left unchecked. */
    async last(endsAt: number): Promise<void> {
      const walk = await current.find();
      const place = walk && places.get(walk.session.visibleTab);
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
      places.clear();
      const checking = (async () => {
        await busy;
        if (place) await checkPlace(walk, place, endsAt);
      })();
      await inTime(checking, lastWithinMs).catch(() => undefined);
    },
  };
}
export type PageChecker = ReturnType<typeof createPageChecker>;
