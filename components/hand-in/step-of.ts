import type { SessionReport } from '../../lib/model/report.ts';
import type { Step } from '../../lib/model/step.ts';

/** The rows of each step in order, then, under `undefined`, those in none; groups without rows are left out. */
export function byStep<T extends { at: number }>(
  steps: SessionReport['steps'],
  rows: readonly T[],
): { step: Step | undefined; rows: T[] }[] {
  const groups = new Map<Step | undefined, T[]>();
  for (const row of rows) {
    const step = steps.findLast((each) => each.from <= row.at && row.at <= each.to);
    groups.set(step, [...(groups.get(step) ?? []), row]);
  }
  return [...steps, undefined].flatMap((step) => {
    const own = groups.get(step);
    return own ? [{ step, rows: own }] : [];
  });
}

/** Masked values of each step by kind, from the counts of the batches. */
export function maskedByStep(report: Pick<SessionReport, 'steps' | 'maskCounts'>) {
  return byStep(report.steps, report.maskCounts).map(({ step, rows }) => {
    const found: Record<string, number> = {};
    for (const row of rows)
      for (const [kind, count] of Object.entries(row.found)) found[kind] = (found[kind] ?? 0) + count;
    return { step, found };
  });
}
