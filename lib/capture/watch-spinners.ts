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
  whenSettled((since) => {
    const queue = readNotices().find(({ text }) => saysQueue(text));
    const turning = queue ? undefined : findTurning();
    tell(queueKey, 'queue', queue !== undefined, queue?.text ?? '', since);
    tell(spinnerKey, 'spinner', turning !== undefined, turning ?? '', since);
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

/** The words beside what turns on the screen now; undefined when nothing does. */
function findTurning(): string | undefined {
  for (const element of sweepPage().spinner) if (isShown(element)) return wordsOf(element.textContent ?? '');
  const notice = readNotices().find(({ text }) => text.length <= 60 && saysWait(text));
  return notice && wordsOf(notice.text);
}

/** A busy region holds the page's own text: only words that say "wait" are the spinner's. */
function wordsOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= 60 && saysWait(words) ? words : '';
}
