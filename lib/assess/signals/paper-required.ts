import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { firstOfEach } from './first-of-each.ts';
import { sightingsOf } from './incidents-of.ts';
import { counted, unseenForms } from './seen.ts';

/**
 * Demands for paper after applying online: originals, printed and stamped forms; the same words on the same site once.
 *
 * Null on walks without texts and in reports from before such notices were watched for. Threshold 0: what was handed in
 * online should not have to be brought again (减材料、减跑动).
 */
export const paperRequired = defineSignal({
  code: 'paper_required',
  unit: 'count',
  threshold: 0,
  source: '威海工作方案：减材料、减跑动; none',
  measure(report) {
    const demands = firstOfEach(sightingsOf(report, 'paper-required'));
    return counted(
      report,
      demands.map((each) => evidenceOf(each, { text: each.text })),
      unseenForms(report),
    );
  },
});
