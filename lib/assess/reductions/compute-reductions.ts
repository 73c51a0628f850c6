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
import { declaredBy, type Figure, legalDays, measureWalk } from './measure-walk.ts';

const units: Partial<Record<ReductionQuantity, ReductionUnit>> = {
  total: 'ms',
  active: 'ms',
  waiting: 'ms',
  promised: 'days',
  prefilled: 'ratio',
};

/**
 * 减环节、减时间、减材料、减跑动: every quantity measured on the walk, declared by its guide, and that of the baseline: an
 * earlier session of the same item, else the targets set for it. The delta is against the baseline, else against what
 * is declared. What was not observed is null and has no delta. Pure.
 */
export function computeReductions(report: SessionReport, earlier?: SessionReport): Reduction[] {
  const own = quantitiesOf(report);
  const before = earlier && quantitiesOf(earlier);
  const targets = report.session.targets ?? {};
  const kinds = Object.entries(reductionQuantities) as [ReductionKind, readonly ReductionQuantity[]][];
  return kinds.flatMap(([kind, quantities]) =>
    quantities.map((quantity): Reduction => {
      const { value: measured, atLeast } = own.measured[quantity] ?? nothing;
      const declared = own.declared[quantity] ?? null;
      const baseline = before
        ? (before.measured[quantity]?.value ?? before.declared[quantity] ?? null)
        : (targets[quantity] ?? null);
      const stands = measured ?? declared;
      const against =
        stands === null
          ? null
          : baseline !== null
            ? 'baseline'
            : measured !== null && declared !== null
              ? 'declared'
              : null;
      const other = against === 'baseline' ? baseline : declared;
      const delta = against === null || stands === null || other === null ? null : stands - other;
      const unit = units[quantity] ?? 'count';
      return { kind, quantity, unit, measured, atLeast, declared, baseline, delta, against };
    }),
  );
}

const nothing: Figure = { value: null, atLeast: false };

function quantitiesOf(report: SessionReport) {
  const page = guideSpans(report)[0]?.page;
  return { measured: measureWalk(report, computeSignals(report)), declared: declaredBy(page) };
}

/** 压缩比 = 1 − 承诺 / 法定 by the guide; null where it does not declare both. */
export function compressionOf(report: SessionReport): number | null {
  const page = guideSpans(report)[0]?.page;
  const legal = legalDays(page);
  const promised = declaredBy(page).promised ?? null;
  return legal && promised !== null ? 1 - promised / legal : null;
}
