import { isShown } from './is-shown.ts';
import { readNotices } from './read-notices.ts';
import { redactShort } from './redact-short.ts';
import { saysQueue, saysWait } from './signs/text-signs.ts';
import { sweepPage } from './sweep-page.ts';
import { trackWaits } from './track-waits.ts';
import type { Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { whenSettled } from './when-settled.ts';

/** One wait a moment: three things turning at once keep nobody waiting three times. */
const spinnerKey = 'spinner';
const queueKey = 'queue';

/** How long the page says "wait": from the moment something turns, or a notice says so, until it has gone. */
export const watchSpinners: Watcher = (report, context, signal) => {
  const waits = trackWaits(report, signal);
  const going = watchGoing(signal);
  whenSettled((since) => {
    const queue = readNotices().find(({ text }) => saysQueue(text));
    const turning = queue ? undefined : findTurning();
    tell(queueKey, 'queue', queue !== undefined, queue?.text ?? '', since);
    tell(
      spinnerKey,
      'spinner',
      turning !== undefined,
      turning?.words ?? '',
      turning ? since : Math.max(since, going.wentAt()),
    );
    going.follow(turning?.element);
  }, signal);
  const tell = (key: string, kind: 'queue' | 'spinner', on: boolean, words: string, since: number) => {
    if (on) waits.begin(key, kind, since, context.privacy === 'full' ? redactShort(context, words, 60) : '');
    else waits.end(key, since);
  };
  whenLeft(
    'tell',
    () => {
      for (const key of waits.underWay()) waits.end(key, Date.now());
    },
    signal,
  );
};

/**
 * When something that turns went from the screen. A look that finds it gone comes late, and knows but the first change
 * since the look before, which may be the end of its fading in.
 */
function watchGoing(signal: AbortSignal) {
  let followed: Element | undefined;
  let wentAt = -Infinity;
  let observer: IntersectionObserver | undefined;
  const hear = (entries: IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries)
      if (target === followed) wentAt = isIntersecting ? -Infinity : Date.now();
  };
  signal.addEventListener('abort', () => observer?.disconnect());
  return {
    follow(element: Element | undefined) {
      if (element === followed) return;
      if (followed) observer?.unobserve(followed);
      [followed, wentAt] = [element, -Infinity];
      // On most pages nothing ever turns.
      if (element) (observer ??= new IntersectionObserver(hear)).observe(element);
    },
    wentAt: () => wentAt,
  };
}

/** What turns on the screen now, with the words beside it. */
function findTurning(): { element: Element; words: string } | undefined {
  for (const element of sweepPage().spinner)
    if (isShown(element)) return { element, words: wordsOf(element.textContent ?? '') };
  const notice = readNotices().find(({ text }) => text.length <= 60 && saysWait(text));
  return notice && { element: notice.element, words: wordsOf(notice.text) };
}

/** A busy region holds the page's own text: only words that say "wait" are the spinner's. */
function wordsOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= 60 && saysWait(words) ? words : '';
}
