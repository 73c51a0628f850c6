import type { IncidentKind } from '../model/incident.ts';
import { isAskedInAdvance } from './asked-in-advance.ts';
import type { CurrentWalk } from './current-walk.ts';
import { isIdentityRequest } from './identity-frame.ts';
import { createRetryWatch } from './own-retries.ts';
import type { OwnRows } from './own-rows.ts';
import { type Asked, type Begun, createRequestsUnderWay } from './requests-under-way.ts';
import { type BrowserApi, freshId, type OpenWalk, type SessionRow, type WalkDependencies } from './types.ts';
import { isCalledOff } from './watch-file-answers.ts';
import { createWorkerRequests, isByWorker, typeByName } from './worker-requests.ts';

/** A person notices and begins to doubt: three seconds without an answer (signal api_latency, page_load). */
export const slowAfterMs = 3000;

/** Kept as rows, because people wait for them; other types only when they fail. */
const waitedFor = new Set(['main_frame', 'sub_frame', 'xmlhttprequest']);
const resources = new Set(['image', 'script', 'stylesheet', 'font', 'media', 'object']);

/** Answers remembered until their request ends; far more than any page has under way. */
const refusalsAtMost = 500;

/** Ended by the page itself, or by leaving it. */
const aborted = /ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT/;
/** Not failures: the walker went on before the answer, the answer was a download, or the machine fell asleep. */
const notFailures =
  /ERR_ABORTED|ERR_NETWORK_IO_SUSPENDED|ERR_BLOCKED_BY_CLIENT|NS_BINDING_ABORTED|NS_ERROR_ABORT/;
/** Chromium first looks for a web font in its cache alone, and asks the server only after that failed. */
const isNoFailure = (type: string, error: string) =>
  notFailures.test(error) || (type === 'font' && error.includes('ERR_CACHE_MISS'));
/** Asked for by the browser itself, for its own tabs and menus: nobody on the way notices when they are missing. */
const forTheBrowser = /\/(favicon[^/]*\.(ico|svg|png)|manifest\.json|[^/]+\.webmanifest)$/;

/**
 * Given up by its page: by the browser's word, or, of a call whose answer had begun to come, by a failure without a
 * name, which is what Chromium calls a stream (EventSource, a long poll) that is left with its page.
 */
const isGivenUp = (type: string, error = '', answeredAt?: number) =>
  aborted.test(error) || (type === 'xmlhttprequest' && answeredAt !== undefined && /ERR_FAILED$/.test(error));

/**
 * Until when it was waited for: a file until its answer began, for the rest is a download; so too what did not come to
 * its end, a stream or a frame that is fed for ever, but a page until it was left.
 */
const waitedUntil = (type: string, start: Begun | undefined, to: number, isWhole: boolean) =>
  (start?.became === 'file' || (!isWhole && type !== 'main_frame') ? start?.answeredAt : undefined) ?? to;

/** A page that its walker left, or whose tab was closed, before anything of it had come; of calls the page itself decides. */
const isWaitedForInVain = (type: string, { answeredAt }: Begun, duration: number) =>
  type === 'main_frame' && answeredAt === undefined && duration >= slowAfterMs;
const slowly = (type: string, duration: number) => `${type} ${Math.round(duration)} ms`;
const inVainFor = (type: string, duration: number) => `${slowly(type, duration)} unanswered`;

/**
 * Nothing of a pause is kept: what was asked before it was waited for until it began, and what lasts beyond it from its
 * end on. The time of the pause itself is nobody's; see `awayIn`.
 */
const isOfWalk = ({ state, pauses }: SessionRow, from: number, to: number) =>
  state !== 'finished' &&
  !pauses.some((pause) => pause.from <= from && to <= (pause.to ?? Number.POSITIVE_INFINITY));

/** Asked for by a page or its worker. */
const isPages = (details: Parameters<typeof isAskedInAdvance>[0] & Parameters<typeof isByWorker>[0]) =>
  details.tabId >= 0 ? !isAskedInAdvance(details) : isByWorker(details);

/** What the browser tells of an end. */
type Ended = Asked & {
  requestId: string;
  timeStamp: number;
  statusCode?: number;
  error?: string;
  documentId?: string;
};

/**
 * Every request of the walk's tabs as the browser reports it, without headers, bodies or parameter values: kept for
 * attributing waiting time; failed and slow ones are incidents.
 */
export function watchRequests(dependencies: {
  browser: BrowserApi;
  rows: OwnRows;
  current: CurrentWalk;
  redact: WalkDependencies['redact'];
  onIncident(tab: number): void;
}): {
  /** The walk ends at this moment: what its tabs still have open was waited for until then. */
  cut(walk: OpenWalk, at: number): Promise<void>;
  /** The same where a tab of the walk has been closed; the browser calls its requests off only after that. */
  leave(walk: OpenWalk, tab: number, at: number): Promise<void>;
} {
  const { browser, rows, current, redact, onIncident } = dependencies;
  const walkedTabs = async () => (await current.find().catch(() => undefined))?.session.tabs ?? [];
  const underWay = createRequestsUnderWay(browser.storage.session, walkedTabs);
  const retries = createRetryWatch(browser.storage.session);
  const filter = { urls: ['http://*/*', 'https://*/*'] };

  const workers = createWorkerRequests({ browser, current, rows });
  /** What workers ask for, whose tab is being found. */
  const byWorker = new Map<string, Promise<void>>();
  /** Once it is known, the request is told as the tab's own. */
  const findTab = async (asked: Asked, at: number) => {
    const tabId = await workers.tabOf(asked.initiator ?? '', at).catch(() => undefined);
    if (tabId !== undefined) Object.assign(asked, { tabId, frameId: 0, type: typeByName(asked.url) });
  };

  browser.webRequest.onBeforeRequest.addListener((details) => {
    if (!isPages(details)) return undefined;
    const { requestId, timeStamp, tabId, frameId, type, method, url, initiator } = details;
    const { documentUrl } = details as Asked;
    const asked = { tabId, frameId, type, method, url, initiator, documentUrl };
    underWay.begin(requestId, timeStamp, asked);
    if (tabId < 0) byWorker.set(requestId, findTab(asked, timeStamp));
    return undefined;
  }, filter);

  /** Answers that were refusals, by request: a browser gives up a picture whose answer is none, and calls that aborted. */
  const refusals = new Map<string, number>();
  browser.webRequest.onResponseStarted.addListener(({ tabId, requestId, statusCode, type, timeStamp }) => {
    if (tabId < 0 && !byWorker.has(requestId)) return;
    if (waitedFor.has(type)) underWay.answer(requestId, timeStamp);
    if (statusCode < 400) return;
    refusals.set(requestId, statusCode);
    if (refusals.size > refusalsAtMost) refusals.delete(refusals.keys().next().value as string);
  }, filter);

  /** Chromium's alone: it names its errors so. */
  const isOwnRetry = async ({ type, tabId, url, error, timeStamp }: Ended, start: Begun | undefined) => {
    if (type !== 'main_frame') return false;
    if (start && error?.startsWith('net::') && !aborted.test(error))
      return retries.isOwn({ tabId, url, begunAt: start.at, failedAt: timeStamp });
    await retries.forget(tabId);
    return false;
  };
  /** What every row of a request has in common; of the unified login's only the host. */
  const commonOf = async (walk: OpenWalk, asked: Asked, isGone = false) => {
    // What stood around a frame of a closed tab nobody can say any more.
    const identity =
      (isGone && asked.frameId !== 0) || (await isIdentityRequest(browser, asked, walk.profile));
    return {
      sessionId: walk.session.id,
      tab: asked.tabId,
      frame: asked.frameId,
      method: asked.method,
      url: identity ? new URL(asked.url).origin : redact.url(asked.url, walk.profile),
    };
  };
  const ended = async (told: Ended) => {
    if (!isPages(told)) return;
    await byWorker.get(told.requestId);
    byWorker.delete(told.requestId);
    const start = await underWay.end(told.requestId);
    const details = told.tabId < 0 ? { ...told, ...start?.asked } : told;
    const statusCode = details.statusCode ?? refusals.get(details.requestId);
    refusals.delete(details.requestId);
    const walk = await current.findFor(details.tabId);
    if (walk && (await isOwnRetry(details, start))) return;
    if (!walk || !isOfWalk(walk.session, start?.at ?? details.timeStamp, details.timeStamp)) return;
    // Unknown when the worker that saw it begin was stopped: then nothing is said of how long it took.
    const givenUp = isGivenUp(details.type, details.error, start?.answeredAt);
    const until = waitedUntil(details.type, start, details.timeStamp, !givenUp);
    const duration = start && Math.max(0, until - start.at);
    const failed =
      (statusCode ?? 0) >= 400 ||
      (details.error !== undefined && !givenUp && !isNoFailure(details.type, details.error));
    if (
      (details.type === 'image' || details.type === 'other' || told.tabId < 0) &&
      forTheBrowser.test(details.url.split('?')[0] ?? '')
    )
      return;
    const inVain =
      givenUp && start !== undefined && isWaitedForInVain(details.type, start, details.timeStamp - start.at);
    const slow =
      inVain ||
      (!failed &&
        details.error === undefined &&
        waitedFor.has(details.type) &&
        (duration ?? 0) >= slowAfterMs);
    const isKept = start !== undefined && (waitedFor.has(details.type) || failed);
    // Most requests are of no matter, and who stands around a frame is not asked for them.
    if (!isKept && !failed) return;
    const common = await commonOf(walk, details);
    const status = statusCode ? { status: statusCode } : {};
    if (isKept && duration !== undefined) {
      await rows.put('requests', {
        ...common,
        ...status,
        id: freshId(),
        at: start.at,
        duration,
        type: details.type,
        redirects: start.redirects,
        ...(details.error ? { error: details.error.slice(0, 200) } : {}),
      });
    }
    if (!failed && !slow) return;
    const kind: IncidentKind = slow
      ? 'slow-request'
      : resources.has(details.type)
        ? 'dead-resource'
        : 'failed-request';
    await rows.put('incidents', {
      ...common,
      ...status,
      ...(duration === undefined ? {} : { duration }),
      id: freshId(),
      at: failed || !start ? details.timeStamp : start.at,
      kind,
      message: slow
        ? (inVain ? inVainFor : slowly)(details.type, duration ?? 0)
        : `${details.type} ${statusCode ?? details.error}`,
    });
    onIncident(details.tabId);
  };
  browser.webRequest.onCompleted.addListener((details) => void ended(details), filter);
  browser.webRequest.onErrorOccurred.addListener((details) => void ended(details), filter);

  browser.webNavigation.onCommitted.addListener((page) => void underWay.became(page, 'shown'));
  browser.webNavigation.onErrorOccurred.addListener((page) => {
    if (isCalledOff(page.error)) void underWay.became(page, 'file');
  });

  /** Rows of what was asked for and is still open. */
  const putOpen = async (walk: OpenWalk, start: Begun, now: number, isGone: boolean) => {
    const { at, redirects, asked } = start;
    if (!asked || at >= now || !isOfWalk(walk.session, at, now)) return;
    const common = await commonOf(walk, asked, isGone);
    const duration = Math.max(0, waitedUntil(asked.type, start, now, false) - at);
    await rows.put('requests', { ...common, id: freshId(), at, duration, type: asked.type, redirects });
    if (!isWaitedForInVain(asked.type, start, duration)) return;
    const message = inVainFor(asked.type, duration);
    await rows.put('incidents', { ...common, id: freshId(), at, duration, kind: 'slow-request', message });
  };
  const cut = async (walk: OpenWalk, tabs: readonly number[], now: number, isGone: boolean) => {
    const open = await underWay.cut(({ tabId, type }) => waitedFor.has(type) && tabs.includes(tabId));
    await Promise.all(open.map((each) => putOpen(walk, each, now, isGone)));
  };
  return {
    async cut(walk, at) {
      await cut(walk, walk.session.tabs, at, false);
      await retries.forgetAll();
    },
    leave: (walk, tab, at) => cut(walk, [tab], at, true),
  };
}
export type RequestWatch = ReturnType<typeof watchRequests>;
