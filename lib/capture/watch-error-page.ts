import { isBeingRead } from './being-read.ts';
import { findFields } from './find-fields.ts';
import { overPauses } from './over-pauses.ts';
import { firstWords } from './read-notices.ts';
import { redactShort } from './redact-short.ts';
import { saysNoPage } from './signs/text-signs.ts';
import { freshId, type Watcher } from './watcher.ts';
import { whenSettled } from './when-settled.ts';

/** The view of an address comes within this, ms. */
const comesWithinMs = 5000;
/** It is still there after this, ms. */
const restsMs = 1000;
/** An error page says no more than this, characters; it asks for nothing. */
const mostWords = 240;

/** The address looked at, since when, and whether it was told of. */
const knownOf = overPauses(() => ({ page: '', since: 0, told: false }));

/**
 * A page in the place of the one that was meant: not found, not allowed, broken. Routers and portals show such pages
 * without an error that the browser would know of; those it knows of are told as failed requests. Once an
 * address, over pauses too.
 */
export const watchErrorPage: Watcher = (report, context, signal) => {
  const known = knownOf(context);
  let look: ReturnType<typeof setTimeout> | undefined;
  const wordsNow = () => {
    const words = firstWords(mostWords + 1);
    return words.length <= mostWords && saysNoPage(words) && findFields().length === 0 ? words : '';
  };
  const tell = (words: string, at: number) =>
    report.incident({
      id: freshId(),
      at,
      kind: 'page-error',
      message: context.privacy === 'full' ? redactShort(context, words, 120) : '',
      url: context.redactUrl(location.href),
    });
  whenSettled((at) => {
    if (known.page !== location.href) {
      Object.assign(known, { page: location.href, since: Date.now(), told: false });
      clearTimeout(look);
      look = undefined;
    }
    if (
      look !== undefined ||
      known.told ||
      Date.now() - known.since > comesWithinMs ||
      isBeingRead() ||
      isToldFailed() ||
      !wordsNow()
    )
      return;
    // The view of the page before may still be there while the next one is fetched.
    look = setTimeout(() => {
      const words = known.page === location.href ? wordsNow() : '';
      known.told = words !== '';
      if (words) tell(words, at);
    }, restsMs);
  }, signal);
  signal.addEventListener('abort', () => clearTimeout(look));
};

/** The document came with an error of its own, and still shows it. Browsers before Chromium 109 do not say so. */
function isToldFailed(): boolean {
  const [load] = performance.getEntriesByType('navigation');
  return (load?.responseStatus ?? 0) >= 400 && load?.name.split('#')[0] === location.href.split('#')[0];
}
