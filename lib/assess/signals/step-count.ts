import { defineSignal } from './define-signal.ts';

/**
 * How many steps the walk had: pages, steps of wizards, logins, as detected and corrected by the walker.
 *
 * Null when the walk has no steps. Threshold 10: twice the 5.1 steps of the average checkout (Baymard Institute 2024,
 * which counts from the cart), because these walks also find the item, log in and look at the result.
 */
export const stepCount = defineSignal({
  code: 'step_count',
  unit: 'count',
  threshold: 10,
  source: 'Baymard Institute 2024: 5.1 steps in the average checkout, doubled by us',
  measure: ({ steps }) => ({
    value: steps.length || null,
    evidence: steps.map(({ id, from, to, tab, name }) => ({
      at: from,
      to,
      tab,
      stepId: id,
      refs: [id],
      text: name.slice(0, 200),
    })),
    ...(steps.length ? {} : { unseen: 'nothing-to-measure' }),
  }),
});
