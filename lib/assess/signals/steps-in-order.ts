import type { Step } from '../../model/step.ts';
import { findLastAt } from '../find-last-at.ts';

/** Steps by their beginning. */
export function stepsInOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => a.from - b.from);
}

/** The step that was on at a moment; undefined before the first and after the last. Steps must be in order. */
export function findStepAt(steps: readonly Step[], at: number): Step | undefined {
  const step = findLastAt(steps, at, (each) => each.from);
  return step && at <= step.to ? step : undefined;
}
