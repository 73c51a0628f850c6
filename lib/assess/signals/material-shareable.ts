import { defineSignal } from './define-signal.ts';
import { countFindings } from './guide-evidence.ts';

/**
 * Materials of which the guide says that an electronic licence is linked, or that they need not be handed in, and which
 * had to be uploaded all the same.
 *
 * Null where no guide page was read. Threshold 0: the checklists ask whether data are shared (数据是否高效共享).
 */
export const materialShareable = defineSignal({
  code: 'material_shareable',
  unit: 'count',
  threshold: 0,
  source: '威海、辽宁检查表：数据共享、电子证照; none',
  measure: (report) => countFindings(report, 'shareable'),
});
