import type { Action } from '../../model/action.ts';
import type { SessionReport } from '../../model/report.ts';
import { byTime } from './evidence-of.ts';
import { findStepAt, stepsInOrder } from './steps-in-order.ts';

/** What the button that files an application is called. */
const files = /提交|确认申[报请]|确认办理|立即申[报请]|送审|submit/i;
/** Buttons that submit something else. */
const other = /评价|评论|意见|反馈|搜索|检索|查询|登录|登陆|注册|草稿/;
/** Stages whose forms file no application. */
const otherStages: ReadonlySet<string> = new Set([
  'find',
  'login',
  'register',
  'verify',
  'consult',
  'rate',
  'progress',
]);

/** The result page follows the button within this, ms. */
const resultWithin = 120_000;

/**
 * When the application was filed: the last press of a filing button before the first result page; without a result
 * page, the last such press, if the walker said that it was really submitted. Undefined when it was not.
 */
export function findSubmission(report: SessionReport): { at: number; refs: string[] } | undefined {
  const { outcome } = report.session;
  if (outcome === 'stopped') return undefined;
  const steps = stepsInOrder(report.steps);
  const presses = byTime(report.actions).filter(
    (action) => isFiling(action) && !otherStages.has(findStepAt(steps, action.at)?.stage ?? ''),
  );
  const first = presses[0];
  const results = byTime(report.visits).filter((visit) => visit.stage === 'result');
  const result = results.find((visit) => !first || visit.at >= first.at) ?? results[0];
  if (result) {
    const press = presses.findLast((action) => action.at <= result.at);
    if (press && result.at - press.at <= resultWithin) return { at: press.at, refs: [press.id, result.id] };
    return outcome === 'unknown' ? undefined : { at: result.at, refs: [result.id] };
  }
  const last = presses.at(-1);
  return last && outcome !== 'unknown' ? { at: last.at, refs: [last.id] } : undefined;
}

function isFiling(action: Action): boolean {
  if (action.kind !== 'click' && action.kind !== 'submit') return false;
  return files.test(action.label) && !other.test(action.label);
}
