import { defineSignal } from './define-signal.ts';
import { countFindings } from './guide-evidence.ts';

/**
 * Elements of a guide page that are there and left empty: time limits, visits, fees, places, ways to ask.
 *
 * Null where no guide page was read. Threshold 0: the checklists ask whether guides are accurate (办事指南是否准确无误).
 */
export const guideFieldMissing = defineSignal({
  code: 'guide_field_missing',
  unit: 'count',
  threshold: 0,
  source: '威海、辽宁检查表：办事指南准确无误; none',
  measure: (report) => countFindings(report, 'missing'),
});
