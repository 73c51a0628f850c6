import {
  type Reduction,
  type ReductionKind,
  type ReductionQuantity,
  type ReductionUnit,
  reductionQuantities,
} from '../../model/reduction.ts';
import type { SessionReport } from '../../model/report.ts';
import { guideSpans } from '../guide/guide-spans.ts';
import { computeSignals } from '../signals/index.ts';
import { declaredOf, type Figure, measureWalk } from './measure-walk.ts';

const units: Partial<Record<ReductionQuantity, ReductionUnit>> = {
  total: 'ms',
  active: 'ms',
  waiting: 'ms',
  promised: 'days',
  prefilled: 'ratio',
};

/** What no walk measures: one page's word is compared with another's. */
const statedQuantities: ReadonlySet<ReductionQuantity> = new Set(['visits', 'promised']);

/**
 * 减环节、减时间、减材料、减跑动: every quantity measured on the walk, declared by its guide (else its catalogue), and that of the baseline: an
 * earlier session of the same item, else the targets set for it. Like is held against like: what is measured against a
 * measured baseline, 到场次数 and 承诺时限 against a declared one. The delta of what is measured is against the baseline,
 * else against what is declared. What was not observed is null and has no delta. Pure.
 */
export function computeReductions(report: SessionReport, earlier?: SessionReport): Reduction[] {
  const now = quantitiesOf(report);
  const before = earlier && quantitiesOf(earlier);
  const targets = report.session.targets ?? {};
  const kinds = Object.entries(reductionQuantities) as [ReductionKind, readonly ReductionQuantity[]][];
  return kinds.flatMap(([kind, quantities]) =>
    quantities.map((quantity): Reduction => {
      const { value: measured, atLeast } = now.measured[quantity] ?? nothing;
      const stated = now.declared[quantity] ?? null;
      const declared = stated?.value ?? null;
      const byWord = statedQuantities.has(quantity);
      const own = byWord ? declared : measured;
      const earlierOwn = byWord ? before?.declared[quantity]?.value : before?.measured[quantity]?.value;
      const baseline = (before ? earlierOwn : targets[quantity]) ?? null;
      const against = baseline !== null ? 'baseline' : byWord ? null : 'declared';
      const other = against === 'baseline' ? baseline : against && declared;
      const delta = own === null || other === null ? null : own - other;
      const unit = units[quantity] ?? 'count';
      const declaredBy = stated?.by ?? null;
      return {
        kind,
        quantity,
        unit,
        measured,
        atLeast,
        declared,
        declaredBy,
        baseline,
        delta,
        against: delta === null ? null : against,
      };
    }),
  );
}

const nothing: Figure = { value: null, atLeast: false };

function quantitiesOf(report: SessionReport) {
  return { measured: measureWalk(report, computeSignals(report)), declared: declaredIn(report) };
}

const declaredIn = (report: SessionReport) =>
  declaredOf(guideSpans(report)[0]?.page, report.session.item.listed);

/** 压缩比 = 1 − 承诺 / 法定, and whether a part of it is the catalogue's word; null where the two are not declared. */
export function compressionOf(report: SessionReport): { ratio: number; by: 'guide' | 'catalogue' } | null {
  const { legal, promised } = declaredIn(report);
  if (!legal?.value || !promised) return null;
  const by = legal.by === 'guide' && promised.by === 'guide' ? 'guide' : 'catalogue';
  return { ratio: 1 - promised.value / legal.value, by };
}
