import type { Outcome } from '../messages.ts';
import { PageCheck } from '../model/page-check.ts';
import { addressOf } from '../model/site-profile.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import { failed } from './failed.ts';
import { freshId, type OpenWalk, type WalkDependencies } from './types.ts';
import { inTime } from './with-limit.ts';

/** A page that does not answer by then is left alone. */
const patience = 15_000;
/** A page has been read and settled by then. */
const restMs = 6000;

type Found = { kinds: number; places: number };

/**
 * Checks pages for accessibility and elder-friendliness: the one the walker looks at when they ask, and, where the
 * programme says so, each new page once it has stood a while. Nothing of it runs otherwise: axe-core is brought into the
 * page for this and weighs half a megabyte. Never on login pages.
 */
export function createPageChecker(
  dependencies: Pick<WalkDependencies, 'browser' | 'store' | 'redact' | 'packs'> & {
    current: CurrentWalk;
    announce(): void;
  },
) {
  const { browser, store, redact, packs, current, announce } = dependencies;
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  let busy = false;

  const look = async (
    walk: OpenWalk,
    tab: chrome.tabs.Tab,
    why: PageCheck['why'],
  ): Promise<Outcome<Found>> => {
    const tabId = tab.id ?? -1;
    const at = Date.now();
    const [answer] = await inTime(
      browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/check-page.js'] }),
      patience,
    );
    // What comes from a page is parsed, whoever sent it.
    const parsed = PageCheck.safeParse({
      ...(answer?.result as object | undefined),
      id: freshId(),
      at,
      tab: tabId,
      frame: 0,
      url: redact.url(tab.url ?? '', walk.profile),
      why,
    });
    if (!parsed.success) return failed('not-checkable', parsed.error.issues[0]?.path.join('.') ?? '');
    const results = parsed.data.results.map((each) => ({ ...each, places: each.places.map(redact.text) }));
    await store.db.pageChecks.put({ ...parsed.data, results, sessionId: walk.session.id });
    announce();
    const found = results.filter(({ count }) => count !== null && count > 0);
    return { ok: true, kinds: found.length, places: found.reduce((sum, { count }) => sum + (count ?? 0), 0) };
  };

  const check = async (tabId: number | undefined, why: PageCheck['why']): Promise<Outcome<Found>> => {
    const walk = await current.find();
    if (walk?.session.state !== 'recording') return failed('noSession');
    const tab = await browser.tabs.get(tabId ?? walk.session.visibleTab).catch(() => undefined);
    if (busy || !tab?.url || !/^https?:/.test(tab.url) || isIdentityAddress(tab.url, walk.profile))
      return failed('not-checkable');
    busy = true;
    try {
      return await look(walk, tab, why);
    } catch (error) {
      return failed('not-checkable', String(error));
    } finally {
      busy = false;
    }
  };

  const checkIfNew = async (tabId: number) => {
    const walk = await current.findFor(tabId);
    if (!walk || walk.session.visibleTab !== tabId) return;
    const programme = (await packs.programmes()).find(({ id }) => id === walk.session.programme.id);
    if (programme?.pageChecks !== 'at-rest') return;
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    const address = addressOf(redact.url(tab?.url ?? '', walk.profile));
    const known = await store.db.pageChecks.where({ sessionId: walk.session.id }).toArray();
    if (!known.some(({ url }) => addressOf(url) === address)) await check(tabId, 'step');
  };

  return {
    now: () => check(undefined, 'asked'),
    /** The walker came to a page; asks for nothing unless the programme does. */
    arrived(tabId: number): void {
      clearTimeout(waiting.get(tabId));
      const timer = setTimeout(() => {
        waiting.delete(tabId);
        void checkIfNew(tabId).catch(() => undefined);
      }, restMs);
      waiting.set(tabId, timer);
    },
  };
}
