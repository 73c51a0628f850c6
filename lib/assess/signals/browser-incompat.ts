import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { firstOfEach } from './first-of-each.ts';
import { sightingsOf } from './incidents-of.ts';
import { counted, unseenForms } from './seen.ts';

/**
 * Demands for a certain browser, a plug-in, a control or a USB key; the same words on the same site once.
 *
 * Null on walks without texts and in reports from before such notices were watched for. Threshold 0: the PC part of the
 * general specification for elder-friendly websites asks to work with the common browsers (4.1).
 */
export const browserIncompat = defineSignal({
  code: 'browser_incompat',
  unit: 'count',
  threshold: 0,
  source: '互联网网站适老化通用设计规范 4.1: none',
  measure(report) {
    const demands = firstOfEach(sightingsOf(report, 'browser-incompat'));
    const evidence = demands.map((each) => evidenceOf(each, { text: each.text || each.detail }));
    return counted(report, evidence, unseenForms(report));
  },
});
