import type { SessionReport } from '../../model/report.ts';
import type { Signal, SignalCode, SignalEvidence, SignalUnit, UnseenReason } from '../../model/signal.ts';
import { findStepAt, stepsInOrder } from './steps-in-order.ts';

/** What a signal found. With `value` null, `unseen` says why. */
export type Measured = {
  value: number | null;
  evidence?: readonly SignalEvidence[];
  unseen?: UnseenReason | undefined;
  parts?: Record<string, number>;
};

export type SignalDefinition = {
  code: SignalCode;
  unit: SignalUnit;
  /** The last value that is still all right; null where only comparing two walks says anything. */
  threshold: number | null;
  side: 'above' | 'below';
  /** Where the threshold comes from; "ours" where there is no authority. */
  source: string;
  compute(report: SessionReport): Signal;
};

/**
 * A signal: what it measures, its limit and where the limit comes from. `measure` is pure and depends on the report
 * alone; evidence is put in order of time and given its step.
 */
export function defineSignal(of: {
  code: SignalCode;
  unit: SignalUnit;
  threshold: number | null;
  side?: 'above' | 'below';
  source: string;
  measure(report: SessionReport): Measured;
}): SignalDefinition {
  const { code, unit, threshold, side = 'above', source, measure } = of;
  return {
    code,
    unit,
    threshold,
    side,
    source,
    compute(report) {
      const { value, evidence = [], unseen, parts } = measure(report);
      const steps = stepsInOrder(report.steps);
      return {
        code,
        value,
        unit,
        threshold,
        side,
        over:
          value === null || threshold === null
            ? null
            : side === 'above'
              ? value > threshold
              : value < threshold,
        evidence: [...evidence].sort((a, b) => a.at - b.at).map((each) => ({ ...each, ...stepOf(each) })),
        ...(value !== null && parts ? { parts } : {}),
        ...(unseen ? { unseen } : {}),
      };
      function stepOf(each: SignalEvidence): { stepId?: string } {
        const stepId = each.stepId ?? findStepAt(steps, each.at)?.id;
        return stepId === undefined ? {} : { stepId };
      }
    },
  };
}
