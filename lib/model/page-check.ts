import { Duration, Id, Moment, ShortText } from './primitives.ts';
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
] as const;
export const PageCheckKind = z.enum(pageChecks);
export type PageCheckKind = z.infer<typeof PageCheckKind>;

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
  tool: ShortText,
  results: z.array(PageCheckResult).max(40),
});
export type PageCheck = z.infer<typeof PageCheck>;
