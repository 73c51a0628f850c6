import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { firstOfEach } from './first-of-each.ts';
import { sightingsOf } from './incidents-of.ts';
import { counted, unseenForms } from './seen.ts';

/**
 * Demands to go on elsewhere: in an app, a mini-programme, at a window, by mail, with a telephone's camera; the same
 * words on the same site once.
 *
 * Null on walks without texts and in reports from before such notices were watched for. Threshold 0: the checklists ask
 * whether the item can be done online all the way (是否已纳入“全程网办”).
 */
export const channelSwitch = defineSignal({
  code: 'channel_switch',
  unit: 'count',
  threshold: 0,
  source: '辽宁、威海检查表：是否已纳入“全程网办”; none',
  measure(report) {
    const demands = firstOfEach(sightingsOf(report, 'channel-switch'));
    const evidence = demands.map((each) => evidenceOf(each, { text: each.text || each.detail }));
    return counted(report, evidence, unseenForms(report));
  },
});
