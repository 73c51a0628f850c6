import { Day } from './deadline.ts';
import { LongText, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/**
 * How a problem is disposed of: 立行立改 at once, 限期整改 by a date, 共性问题建章立制 by a standing rule,
 * or 待定: said to be undecided, which is not the same as nothing said.
 */
export const disposals = ['at-once', 'by-date', 'standing-rule', 'undecided'] as const;
export const Disposal = z.enum(disposals);
export type Disposal = z.infer<typeof Disposal>;

/** 整改: what the unit's liaison sets down beside a pain point; columns 6 to 8 of the summary of three lists. */
export const Rectification = z.object({
  disposal: Disposal.optional(),
  /** 整改措施 as decided; the walker's own suggestion stays in the pain point. */
  measure: LongText.default(''),
  /** 责任人 */
  owner: ShortText.default(''),
  /** 责任单位 */
  ownerUnit: ShortText.default(''),
  /** 配合单位 */
  coUnits: z.array(ShortText).max(20).default([]),
  /** 拟整改完成的期限 */
  deadline: Day.optional(),
  done: z.boolean().default(false),
  /** 整改效果 */
  effect: LongText.default(''),
});
export type Rectification = z.infer<typeof Rectification>;

export const emptyRectification: Rectification = {
  measure: '',
  owner: '',
  ownerUnit: '',
  coUnits: [],
  done: false,
  effect: '',
};

/** True where nothing at all was set down, so that nothing need be kept. */
export function isEmptyRectification(one: Rectification): boolean {
  const { disposal, measure, owner, ownerUnit, coUnits, deadline, done, effect } = one;
  return !(disposal || measure || owner || ownerUnit || coUnits.length || deadline || done || effect);
}

/** How many of them have anything in them, by pain point. */
export function countRectified(kept: ReadonlyMap<string, Rectification>): number {
  return [...kept.values()].filter((one) => !isEmptyRectification(one)).length;
}
