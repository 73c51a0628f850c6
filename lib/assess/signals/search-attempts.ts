import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { sightingsOf } from './incidents-of.ts';
import { counted, unseenForms } from './seen.ts';

/**
 * How often the walker searched the portal; `empty` of the searches found nothing.
 *
 * Null on walks without texts and in reports from before results were watched for. Threshold 1, ours: words a citizen
 * would use should find the item; every further search is a try at the portal's own words.
 */
export const searchAttempts = defineSignal({
  code: 'search_attempts',
  unit: 'count',
  threshold: 1,
  source: 'ours: the first search should find the item',
  measure(report) {
    const searches = sightingsOf(report, 'search-result');
    const evidence = searches.map((each) => evidenceOf(each, { text: each.text || each.url }));
    const empty = searches.filter((each) => each.count === 0).length;
    return { ...counted(report, evidence, unseenForms(report)), parts: { empty } };
  },
});
