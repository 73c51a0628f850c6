import { z } from './zod.ts';

/** 减环节、减时间、减材料、减跑动. */
export const reductionKinds = ['steps', 'time', 'materials', 'visits'] as const;
export type ReductionKind = (typeof reductionKinds)[number];

/** What is counted for each of the four. */
export const reductionQuantities = {
  steps: ['stages', 'steps', 'pages', 'logins', 'hops', 'clicks'],
  time: ['total', 'active', 'waiting', 'promised'],
  materials: ['uploads', 'again', 'refused', 'shareable', 'fields', 'prefilled'],
  visits: ['visits', 'elsewhere', 'windows'],
} as const satisfies Record<ReductionKind, readonly string[]>;
export type ReductionQuantity = (typeof reductionQuantities)[ReductionKind][number];

export type ReductionUnit = 'count' | 'ms' | 'days' | 'ratio';

/** One line of the table. Null is "not observed", "not declared", "nothing to compare with": never 0. */
export type Reduction = {
  kind: ReductionKind;
  quantity: ReductionQuantity;
  unit: ReductionUnit;
  measured: number | null;
  /** True when a part of the walk was not observed: the true value may be more. */
  atLeast: boolean;
  declared: number | null;
  /** Where that stands: on the guide page, or in the catalogue where the page does not say. */
  declaredBy: 'guide' | 'catalogue' | null;
  baseline: number | null;
  /** Measured less baseline, else less declared; of what no walk measures (visits, promised) declared less baseline. */
  delta: number | null;
  against: 'baseline' | 'declared' | null;
};

/** Values that somebody set as the aim for a session's item, by quantity. */
export const ReductionTargets = z.record(z.string().max(40), z.number().nonnegative());
export type ReductionTargets = z.infer<typeof ReductionTargets>;
