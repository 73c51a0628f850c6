import { Duration, Id, Moment, ShortText } from './primitives.ts';
import type { Step } from './step.ts';
import { z } from './zod.ts';

/**
 * What is checked on a page, after the kinds of GB/T 37668 and of the elder-friendly specification that a machine can
 * see. `images` … `frames` are axe-core's rules taken together, the others are ours.
 */
export const pageChecks = [
  'images',
  'labels',
  'contrast',
  'names',
  'language',
  'frames',
  'tab-order',
  'zoom',
  'keyboard',
  'line-height',
  'small-targets',
  'small-text',
  'elder-entry',
  'captcha-alternative',
  'floating-boxes',
  'colour-alone',
  'media-controls',
] as const;
export const PageCheckKind = z.enum(pageChecks);
export type PageCheckKind = z.infer<typeof PageCheckKind>;

/** When pages are checked: as the walker asks, or also the page of each step once the walker's hand rests. */
export const pageCheckTimes = ['on-request', 'at-rest'] as const;
export const PageCheckTimes = z.enum(pageCheckTimes);
export type PageCheckTimes = z.infer<typeof PageCheckTimes>;

/** `count` places fail a check; a few of them by selector, without any text of the page. */
export const PageCheckResult = z.object({
  check: PageCheckKind,
  /** Null: could not be looked at, `why` says so. */
  count: z.number().int().nonnegative().nullable(),
  why: z.enum(['too-large', 'out-of-time', 'failed', 'nothing-to-check']).optional(),
  impact: z.enum(['minor', 'moderate', 'serious', 'critical']).default('moderate'),
  /** Ids of axe-core's rules that failed. */
  rules: z.array(z.string().max(60)).max(30).default([]),
  places: z.array(ShortText).max(10).default([]),
});
export type PageCheckResult = z.infer<typeof PageCheckResult>;

/** 无障碍和适老化检查（非正式检测）: one page looked over by machine, as it stood at one moment. */
export const PageCheck = z.object({
  id: Id,
  at: Moment,
  tab: z.number().int(),
  frame: z.number().int(),
  /** Redacted. */
  url: z.string().max(8000).default(''),
  why: z.enum(['asked', 'step']),
  /** What it took of the page's own time, ms. */
  took: Duration,
  /** The longest stretch at a time; missing in reports older than this. */
  longest: Duration.optional(),
  /** The visit whose page it was, where it was checked for its step. */
  visitId: Id.optional(),
  tool: ShortText,
  results: z.array(PageCheckResult).max(40),
});
export type PageCheck = z.infer<typeof PageCheck>;

/** A step with the checks made in it; `step` is missing for checks that lie in none. */
export type StepChecks = { step?: Step | undefined; checks: PageCheck[] };

/** Checks by the step in which they were made, in the order of the steps; a step without any has an empty list. */
export function checksByStep(steps: readonly Step[], checks: readonly PageCheck[]): StepChecks[] {
  const groups: StepChecks[] = steps.map((step) => ({ step, checks: [] }));
  const rest: PageCheck[] = [];
  for (const check of checks) {
    const group = groups.findLast(({ step }) => step && step.from <= check.at && check.at < step.to);
    (group?.checks ?? rest).push(check);
  }
  return rest.length ? [...groups, { checks: rest }] : groups;
}

/** What failed on a page. */
export const failedChecks = ({ results }: Pick<PageCheck, 'results'>): PageCheckResult[] =>
  results.filter(({ count }) => count !== null && count > 0);

/** What could not be looked at, that being no fault of the page's having nothing of the kind. */
export const unseenChecks = ({ results }: Pick<PageCheck, 'results'>): PageCheckResult[] =>
  results.filter(({ count, why }) => count === null && why !== 'nothing-to-check');
