import { defineSignal } from './define-signal.ts';
import { countFindings } from './guide-evidence.ts';

/**
 * Where the guide is not so: another login in spite of single sign-on, materials it does not list, being sent to a
 * window in spite of no visit, and where it contradicts itself by the validators' own rules.
 *
 * Null where no guide page was read. Threshold 0: the checklists ask whether guides are accurate.
 */
export const guideMismatch = defineSignal({
  code: 'guide_mismatch',
  unit: 'count',
  threshold: 0,
  source: '威海、辽宁检查表：办事指南准确无误; none',
  measure: (report) => countFindings(report, 'mismatch', 'inconsistent'),
});
