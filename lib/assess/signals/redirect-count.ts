import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { pageVisits } from './places.ts';
import { unseenPlaces } from './seen.ts';

/**
 * Redirects on the way to pages, all together.
 *
 * The browser tells of them on every walk, login pages included. Threshold 4, ours: a login that sends there and back
 * takes two, and a link that has moved once should not take more; Lighthouse objects to two in a row on one page.
 */
export const redirectCount = defineSignal({
  code: 'redirect_count',
  unit: 'count',
  threshold: 4,
  source: 'ours, after the redirects audit of Lighthouse',
  measure(report) {
    const pages = pageVisits(report);
    if (!pages.length) return { value: null, unseen: unseenPlaces(report) ?? 'nothing-to-measure' };
    const redirected = pages.filter((visit) => visit.redirects > 0);
    return {
      value: redirected.reduce((sum, visit) => sum + visit.redirects, 0),
      evidence: redirected.map((visit) => evidenceOf(visit, { text: `${visit.redirects} → ${visit.url}` })),
    };
  },
});
