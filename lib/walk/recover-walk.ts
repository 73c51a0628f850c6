import type { Outcome } from '../messages.ts';
import { hostMatches } from '../model/site-profile.ts';
import type { Store } from '../store/open-store.ts';
import type { BatchesSetAside } from './batches-set-aside.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import { failed } from './failed.ts';
import type { Injector } from './inject-recorder.ts';
import { type BrowserApi, freshId, type SessionRow, type WalkDependencies } from './types.ts';
import { visitIdOfTab } from './visit-log.ts';

const pages = ['http://*/*', 'https://*/*'];
/** The host of a web address, in a list; empty where it has none. */
function hostOf(url: string): string[] {
  try {
    return [new URL(url).host].filter(Boolean);
  } catch {
    return [];
  }
}

/**
 * What was left undone: a walk whose browser was closed in the middle goes on or ends here, and a walk whose worker
 * was stopped while it was being closed is closed now.
 */
export function createRecovery(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  injector: Injector;
  redact: WalkDependencies['redact'];
  aside: BatchesSetAside;
  warn(code: string, detail: string): Promise<void>;
  close(session: SessionRow): Promise<void>;
}) {
  const { browser, store, current, injector, redact, aside, warn, close } = dependencies;

  /** The hosts on which a walk was, those of its portal included. */
  const hostsOf = async (session: SessionRow): Promise<string[]> => {
    const { profile } = await current.withProfile(session);
    const visits = await store.db.visits.where({ sessionId: session.id }).toArray();
    const ofPortal = session.siteProfileId && profile ? [...profile.hosts, ...profile.identityHosts] : [];
    return [...ofPortal, ...visits.flatMap(({ url }) => hostOf(url))];
  };
  /**
   * The page the walker looks at, or, when that is one of ours, the page they looked at last. Before Chrome 121 the
   * browser does not say which that was: then one of the walk's own hosts, as any other may be nobody's business.
   */
  const findPage = async (session: SessionRow): Promise<chrome.tabs.Tab | undefined> => {
    const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (/^https?:/.test(active?.url ?? '')) return active;
    const tabs = await browser.tabs.query({ url: pages });
    if (tabs.some(({ lastAccessed }) => lastAccessed === undefined)) {
      const hosts = await hostsOf(session);
      return tabs.find(({ url = '' }) => hostOf(url).some((host) => hostMatches(host, hosts)));
    }
    return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
  };

  const lastMoment = async (session: SessionRow): Promise<number> => {
    await aside.collect(await current.withProfile(session));
    return store.sessions.lastMoment(session.id);
  };

  return {
    /** Goes on in the page the walker has open; the time between is a gap, and a pause is over. */
    async goOn(session: SessionRow): Promise<Outcome> {
      if (await current.find()) return failed('alreadyOpen');
      if (!(await browser.permissions.contains({ origins: ['<all_urls>'] })))
        return failed('permissionMissing');
      const tab = await findPage(session);
      if (tab?.id === undefined) return failed('notRecordable');
      const last = await lastMoment(session);
      const now = Date.now();
      const of = { sessionId: session.id, at: now, tab: tab.id, frame: 0, back: false, redirects: 0 };
      const pauses = session.pauses.map((pause) => ({ ...pause, to: pause.to ?? now }));
      const change: Partial<SessionRow> = {
        state: 'recording',
        browserRun: await current.browserRun(),
        tabs: [tab.id],
        wasTab: {},
        visibleTab: tab.id,
        recovered: true,
        pauses,
      };
      await store.db.gaps.put({
        id: freshId(),
        sessionId: session.id,
        from: last,
        to: now,
        why: 'browser-closed',
        detail: '',
      });
      await store.db.sessions.update(session.id, change);
      current.reload();
      const profile = (await current.find())?.profile;
      const identity = isIdentityAddress(tab.url ?? '', profile);
      const url = redact.url(tab.url ?? '', profile);
      await store.db.visits.bulkPut([
        { ...of, id: freshId(), kind: 'tab', url: '', title: '', identity: false },
        { ...of, id: await visitIdOfTab(browser, tab.id), kind: 'document', url, title: '', identity },
      ]);
      await injector.register(profile?.identityHosts);
      if (!(await injector.intoTab(tab.id))) await warn('page-not-reached', url);
      if (!tab.active) await browser.tabs.update(tab.id, { active: true });
      return { ok: true };
    },

    /** Ends it with the last thing that was kept. */
    async endHere(session: SessionRow): Promise<Outcome> {
      const last = await lastMoment(session);
      const pauses = session.pauses.map((pause) => ({
        ...pause,
        to: pause.to ?? Math.max(pause.from, last),
      }));
      const change: Partial<SessionRow> = {
        state: 'finished',
        endedAt: last,
        recovered: true,
        markKey: '',
        pauses,
      };
      // The walk ends there; that the browser did not let it is said at that very second.
      await store.db.gaps.put({
        id: freshId(),
        sessionId: session.id,
        from: last,
        to: last,
        why: 'browser-closed',
        detail: '',
      });
      await store.db.sessions.update(session.id, change);
      current.reload();
      const ended = await store.sessions.find(session.id);
      if (ended) await close(ended);
      return { ok: true };
    },

    /** Closes the walks that were finished but not closed, because the worker or the browser stopped in between. */
    async tidyUp(): Promise<void> {
      const open = await current.find();
      if (open) await aside.collect(open);
      await aside.tidy();
      const finished = await store.db.sessions.where('state').equals('finished').toArray();
      for (const session of finished.filter((each) => !each.sealed)) await close(session);
    },
  };
}
