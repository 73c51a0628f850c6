import { addressOf } from '../../model/site-profile.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { pageVisits } from './places.ts';
import { countedEverywhere } from './seen.ts';

/**
 * How many different pages the walk came through: addresses of main frames without their parameters, and routes.
 *
 * The browser tells of pages on every walk. Threshold 12, ours: twice the way of an item without trouble (home, search,
 * guide, login, form, result).
 */
export const pageCount = defineSignal({
  code: 'page_count',
  unit: 'count',
  threshold: 12,
  source: 'ours: twice home, search, guide, login, form, result',
  measure(report) {
    const seen = new Set<string>();
    const first = pageVisits(report).filter((visit) => {
      const address = addressOf(visit.url);
      if (!address || seen.has(address)) return false;
      seen.add(address);
      return true;
    });
    const evidence = first.map((visit) => evidenceOf(visit, { text: visit.title || visit.url }));
    return countedEverywhere(report, evidence);
  },
});
