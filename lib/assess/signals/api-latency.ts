import { findPolled } from '../find-polled.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { unseenRequests } from './seen.ts';
import { slowest } from './slowest.ts';
import { createWithoutAway } from './without-away.ts';

/** The same limit from which on a slow request is an incident. */
const limitMs = 3000;

/**
 * How long the slowest call by a script (fetch, XMLHttpRequest) took, without what a page asks again and again by itself
 * and without the time nobody walked.
 *
 * The browser tells of calls on every walk; null when there was none. Threshold 3 s, ours: between Nielsen's 1 s, up to
 * which a train of thought stays whole, and 10 s, up to which attention does (1993); at 3 s a person begins to doubt
 * whether the click has arrived and clicks again.
 */
export const apiLatency = defineSignal({
  code: 'api_latency',
  unit: 'ms',
  threshold: limitMs,
  source: 'ours, between the 1 s and 10 s limits of Nielsen 1993',
  measure(report) {
    const polled = findPolled(report);
    const withoutAway = createWithoutAway(report);
    return slowest(
      report.requests
        .filter(({ type, id }) => type === 'xmlhttprequest' && !polled.has(id))
        .map((request) => ({
          ms: withoutAway(request.at, request.duration),
          evidence: evidenceOf(request, { to: request.at + request.duration, text: request.url }),
        })),
      limitMs,
      unseenRequests(report),
    );
  },
});
