import type { Store } from '../store/open-store.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import type { OwnRows } from './own-rows.ts';
import { type BrowserApi, freshId, type WalkDependencies } from './types.ts';

/** The browser calls a navigation off this soon after its answer, when the answer is a file, ms. */
const soonMs = 3000;
/** A page that saw the press on a link to the file has told of it by then, ms; the same file twice in so long is one. */
const toldByMs = 1500;
const sameWithinMs = 5000;
/** Answers without a body: the page that is there stays. */
const bodiless = new Set([204, 205]);
/** The browser gave a navigation up; Firefox gives a number. */
export const isCalledOff = (error: string) => /ABORTED|2152398850/.test(error);
const ending = /\.([a-z0-9]{1,5})$/i;

/**
 * Files that a server gives in answer to an address (an export, a document to save): the browser calls the navigation
 * off right after an answer that was none of a failure. No page sees that.
 */
export function watchFileAnswers({
  browser,
  store,
  current,
  rows,
  redact,
}: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  rows: OwnRows;
  redact: WalkDependencies['redact'];
}): void {
  /** The newest answer to a navigation, by tab. */
  const answers = new Map<number, { url: string; at: number }>();
  browser.webRequest.onResponseStarted.addListener(
    ({ tabId, statusCode, url, timeStamp }) => {
      if (statusCode >= 400 || bodiless.has(statusCode)) answers.delete(tabId);
      else answers.set(tabId, { url, at: timeStamp });
    },
    { urls: ['http://*/*', 'https://*/*'], types: ['main_frame', 'sub_frame'] },
  );
  browser.tabs.onRemoved.addListener((tabId) => void answers.delete(tabId));
  browser.webNavigation.onErrorOccurred.addListener(async ({ tabId, frameId, url, error, timeStamp }) => {
    const answer = answers.get(tabId);
    if (!answer || answer.url !== url || !isCalledOff(error)) return;
    answers.delete(tabId);
    if (timeStamp - answer.at > soonMs) return;
    const walk = await current.findFor(tabId);
    if (walk?.session.state !== 'recording' || isIdentityAddress(url, walk.profile)) return;
    const kept = redact.url(url, walk.profile);
    const sessionId = walk.session.id;
    await new Promise((resolve) => setTimeout(resolve, toldByMs));
    const told = await store.db.sightings
      .where({ sessionId })
      .and(
        (each) =>
          each.kind === 'download' && each.url === kept && Math.abs(each.at - timeStamp) < sameWithinMs,
      )
      .count()
      .catch(() => 0);
    if (told > 0) return;
    const detail = ending.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';
    const row = {
      id: freshId(),
      sessionId,
      at: timeStamp,
      tab: tabId,
      frame: frameId,
      text: '',
      detail,
      url: kept,
    };
    await rows.put('sightings', { ...row, kind: 'download' });
  });
}
