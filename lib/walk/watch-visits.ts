import type { Visit } from '../model/visit.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import type { LoadsCutShort } from './loads-cut-short.ts';
import type { OwnRows } from './own-rows.ts';
import { stageOf } from './page-facts.ts';
import { createRedirectCounter } from './redirects-on-the-way.ts';
import type { InOrder } from './turns.ts';
import { type BrowserApi, freshId, type OpenWalk, type WalkDependencies } from './types.ts';
import { againIdOf, type DocumentId, type VisitLog, visitIdFor } from './visit-log.ts';

type Navigation = {
  tabId: number;
  frameId: number;
  url: string;
  timeStamp: number;
  documentId?: DocumentId;
  documentLifecycle?: string;
};
/** What the browser says of an arrival that a page could not. */
type How = Pick<Visit, 'transition' | 'back' | 'redirects'>;

/** Where the walker comes: new documents, route changes and load times, from the browser's own events. What a page is called it says itself. */
export function watchVisits(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  injector: Injector;
  log: VisitLog;
  rows: OwnRows;
  redact: WalkDependencies['redact'];
  cutShort: Pick<LoadsCutShort, 'calledOff'>;
  /** Handles the browser's events one after another. */
  inOrder: InOrder;
  onArrived(visit: Visit): void;
}): void {
  const { browser, current, injector, log, rows, redact, cutShort, inOrder, onArrived } = dependencies;
  const redirects = createRedirectCounter(browser.storage.session);

  const arrive = async (
    walk: OpenWalk,
    details: Navigation,
    kind: 'document' | 'route',
    how: How,
    id: string,
  ) => {
    const stage = stageOf(details.url, walk.profile);
    if (details.frameId !== 0 && !stage.stage) return;
    if (walk.session.state !== 'recording') return;
    const visit: Visit = {
      id,
      at: details.timeStamp,
      tab: details.tabId,
      frame: details.frameId,
      kind,
      url: redact.url(details.url, walk.profile),
      title: '',
      identity: isIdentityAddress(details.url, walk.profile),
      ...stage,
      ...how,
    };
    // A page that was quicker than the browser's event has told its title already.
    const told = await log.find(walk.session.id, id);
    await log.put(walk.session.id, { ...visit, title: told?.title ?? '' });
    if (details.frameId === 0) await noticeSecondLogin(walk, visit);
    onArrived(visit);
  };
  const noticeSecondLogin = async (walk: OpenWalk, visit: Visit) => {
    if (!visit.identity) return;
    const earlier = (other: Visit) => other.frame === 0 && other.kind !== 'tab' && other.at < visit.at;
    const before = await log.back(walk.session.id, earlier);
    if (before?.identity !== false) return;
    if (!(await log.back(walk.session.id, (other) => earlier(other) && other.identity))) return;
    await rows.put('incidents', {
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
  /** A document shown again from the browser's cache is the same document, and another visit. */
  const idOfArrival = async (walk: OpenWalk, details: Navigation): Promise<string> => {
    const id = visitIdFor(details.documentId);
    if (!details.documentId || details.frameId !== 0) return id;
    const last = await log.latest(walk.session.id, details.tabId, 'document');
    // Its page was quicker with its hello than this event: the same visit.
    if (last?.id.split('.')[0] === id && last.transition === undefined) return last.id;
    return (await log.find(walk.session.id, id)) ? againIdOf(id, details.timeStamp) : id;
  };

  browser.webNavigation.onBeforeNavigate.addListener((details) => {
    if (details.frameId === 0) redirects.begin(details.tabId);
  });
  browser.webRequest.onBeforeRedirect.addListener(({ tabId }) => void redirects.add(tabId), {
    urls: ['<all_urls>'],
    types: ['main_frame'],
  });
  browser.webNavigation.onCommitted.addListener(async (details) => {
    // A page made ready in advance is no visit before it is shown.
    if ((details as Navigation).documentLifecycle === 'prerender') return;
    const isOurs = await inOrder(async () => {
      const walk = await current.findFor(details.tabId);
      if (!walk) return false;
      const how = {
        transition: details.transitionType,
        back: details.transitionQualifiers.includes('forward_back'),
        redirects: details.frameId === 0 ? await redirects.read(details.tabId) : 0,
      };
      await arrive(walk, details, 'document', how, await idOfArrival(walk, details));
      return true;
    });
    // A frame that registration did not reach (about:blank, an old browser) gets the recorder now.
    if (isOurs) await injector.intoFrame(details.tabId, details.frameId);
  });
  // A page that nobody sent: the browser shows its own words in its place, and commits to nothing.
  browser.webNavigation.onErrorOccurred.addListener(async (details) => {
    if (details.frameId !== 0) return;
    await inOrder(async () => {
      const walk = await current.findFor(details.tabId);
      if (!walk) return;
      await cutShort.calledOff(walk, details);
      // What was called off (a download, an answer without a page) leaves the page that is there; Firefox gives a number.
      if (/ABORTED|2152398850/.test(details.error)) return;
      const id = visitIdFor((details as Navigation).documentId);
      // It had come, and broke off later.
      if (await log.find(walk.session.id, id)) return;
      const how = { back: false, redirects: await redirects.read(details.tabId) };
      await arrive(walk, details, 'document', how, id);
    });
  });
  for (const event of [
    browser.webNavigation.onHistoryStateUpdated,
    browser.webNavigation.onReferenceFragmentUpdated,
  ])
    event.addListener((details) =>
      inOrder(async () => {
        const walk = await current.findFor(details.tabId);
        const back = details.transitionQualifiers.includes('forward_back');
        const how = { transition: details.transitionType, back, redirects: 0 };
        if (walk) await arrive(walk, details, 'route', how, freshId());
      }),
    );
  const completed = async (details: Navigation) => {
    const walk = await current.findFor(details.tabId);
    if (!walk || details.frameId !== 0) return;
    const last = await log.latest(walk.session.id, details.tabId, 'document');
    const id = visitIdFor(details.documentId);
    // The page on which the walk began was under way before it; what came from the cache was not loaded.
    if (!last || last.transition === undefined || last.id.includes('.')) return;
    if (details.documentId && last.id !== id) return;
    // What came before the commit lies in the step before.
    await log.change(walk.session.id, last, { loadMs: Math.max(0, details.timeStamp - last.at) });
  };
  browser.webNavigation.onCompleted.addListener((details) => inOrder(() => completed(details)));
}
