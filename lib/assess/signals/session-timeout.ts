import type { SessionReport } from '../../model/report.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { incidentsOf, sightingsOf } from './incidents-of.ts';
import { counted, unseenForms } from './seen.ts';

const saysSo =
  /(登录|登陆|会话|令牌|身份)[^。，]{0,8}(失效|过期|超时)|长时间(未|没有)操作|请重新登[录陆]|session.{0,12}(expired|timed? ?out)/i;

/** One loss is often told in several ways at once, ms. */
const sameWithin = 10_000;

/**
 * How often the page said that the login had lapsed.
 *
 * Null on walks without texts and in reports from before such notices were watched for, unless a message says so.
 * Threshold 0: WCAG 2.2, success criterion 2.2.1, asks for a warning and a way to go on before time runs out.
 */
export const sessionTimeout = defineSignal({
  code: 'session_timeout',
  unit: 'count',
  threshold: 0,
  source: 'WCAG 2.2, success criterion 2.2.1: none',
  measure(report) {
    const told = lapsesOf(report);
    const losses = told.filter((row, index) => row.at - (told[index - 1]?.at ?? -Infinity) > sameWithin);
    const evidence = losses.map((row) => evidenceOf(row, { text: row.said }));
    return counted(report, evidence, unseenForms(report));
  },
});

/** Every word of a page that the login has lapsed, by time; one lapse may be told in several ways. */
export function lapsesOf(report: SessionReport) {
  return byTime([
    ...sightingsOf(report, 'session-timeout').map((row) => ({ ...row, said: row.text })),
    ...incidentsOf(report, 'toast', 'native-dialog', 'page-error')
      .filter((incident) => saysSo.test(incident.message))
      .map((row) => ({ ...row, said: row.message })),
  ]);
}
