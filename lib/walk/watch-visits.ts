import { findStageRule } from '../model/site-profile.ts';
import type { Visit } from '../model/visit.ts';
import type { Store } from '../store/open-store.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import { type BrowserApi, freshId, type OpenWalk, type WalkDependencies } from './types.ts';

type Navigation = { tabId: number; frameId: number; url: string; timeStamp: number };

/** Where the walker comes: new documents, route changes, titles and load times, from the browser's own events. */
export function watchVisits(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  injector: Injector;
  redact: WalkDependencies['redact'];
  onArrived(visit: Visit): void;
}): void {
  const { browser, store, current, injector, redact, onArrived } = dependencies;
  const begun = new Map<string, number>();
  const redirects = new Map<string, number>();
  const keyOf = ({ tabId, frameId }: { tabId: number; frameId: number }) => `${tabId}.${frameId}`;

  const arrive = async (
    walk: OpenWalk,
    details: Navigation,
    kind: 'document' | 'route',
    more: Partial<Visit>,
  ) => {
    const rule = findStageRule(details.url, walk.profile);
    if (details.frameId !== 0 && !rule) return;
    if (walk.session.state !== 'recording') return;
    const visit: Visit = {
      id: freshId(),
      at: details.timeStamp,
      tab: details.tabId,
      frame: details.frameId,
      kind,
      url: redact.url(details.url, walk.profile),
      title: '',
      identity: isIdentityAddress(details.url, walk.profile),
      back: false,
      redirects: 0,
      ...(rule ? { stage: rule.stage } : {}),
      ...(rule?.name ? { ruleName: rule.name } : {}),
      ...more,
    };
    await store.db.visits.put({ ...visit, sessionId: walk.session.id });
    if (details.frameId === 0) await noticeSecondLogin(walk, visit);
    onArrived(visit);
  };
  const noticeSecondLogin = async (walk: OpenWalk, visit: Visit) => {
    if (!visit.identity) return;
    const before = (await store.db.visits.where({ sessionId: walk.session.id }).sortBy('at')).filter(
      (other) => other.frame === 0 && other.kind !== 'tab' && other.at < visit.at,
    );
    if (before.at(-1)?.identity !== false || !before.some((other) => other.identity)) return;
    await store.db.incidents.put({
      id: freshId(),
      sessionId: walk.session.id,
      at: visit.at,
      kind: 'login-again',
      tab: visit.tab,
      frame: 0,
      message: new URL(visit.url).host,
      url: visit.url,
    });
  };

  browser.webNavigation.onBeforeNavigate.addListener(async (details) => {
    begun.set(keyOf(details), details.timeStamp);
    redirects.set(keyOf(details), 0);
  });
  browser.webRequest.onBeforeRedirect.addListener(
    (details) => {
      redirects.set(keyOf(details), (redirects.get(keyOf(details)) ?? 0) + 1);
    },
    { urls: ['<all_urls>'], types: ['main_frame'] },
  );
  browser.webNavigation.onCommitted.addListener(async (details) => {
    const walk = await current.findFor(details.tabId);
    if (!walk) return;
    await arrive(walk, details, 'document', {
      transition: details.transitionType,
      back: details.transitionQualifiers.includes('forward_back'),
      redirects: redirects.get(keyOf(details)) ?? 0,
    });
    // A frame that registration did not reach (about:blank, an old browser) gets the recorder now.
    await injector.intoTab(details.tabId, [details.frameId]);
  });
  browser.webNavigation.onHistoryStateUpdated.addListener(async (details) => {
    const walk = await current.findFor(details.tabId);
    if (walk)
      await arrive(walk, details, 'route', {
        transition: details.transitionType,
        back: details.transitionQualifiers.includes('forward_back'),
      });
  });
  browser.webNavigation.onReferenceFragmentUpdated.addListener(async (details) => {
    const walk = await current.findFor(details.tabId);
    if (walk)
      await arrive(walk, details, 'route', {
        transition: details.transitionType,
        back: details.transitionQualifiers.includes('forward_back'),
      });
  });
  browser.webNavigation.onCompleted.addListener(async (details) => {
    const walk = await current.findFor(details.tabId);
    const start = begun.get(keyOf(details));
    if (!walk || details.frameId !== 0 || start === undefined) return;
    const last = await lastDocument(walk.session.id, details.tabId);
    // From the start of the navigation; what came before the commit lies in the step before.
    if (last) await store.db.visits.update(last.id, { loadMs: Math.max(0, details.timeStamp - last.at) });
  });
  browser.tabs.onUpdated.addListener(async (tabId, change) => {
    if (!change.title) return;
    const walk = await current.findFor(tabId);
    if (!walk || walk.session.privacy === 'metrics') return;
    const rows = await store.db.visits.where({ sessionId: walk.session.id }).sortBy('at');
    const last = rows.findLast(
      (row) => row.tab === tabId && row.frame === 0 && row.kind !== 'tab' && row.kind !== 'wizard',
    );
    // Before a page has a title the browser gives its address in its place.
    if (last && !last.identity && !/^[\w.-]+(:\d+)?\//.test(change.title)) {
      await store.db.visits.update(last.id, { title: redact.text(change.title).slice(0, 200) });
    }
  });

  const lastDocument = async (sessionId: string, tab: number) => {
    const rows = await store.db.visits.where({ sessionId }).sortBy('at');
    return rows.findLast((row) => row.tab === tab && row.frame === 0 && row.kind === 'document');
  };
}
