import { defineSignal } from './define-signal.ts';

/**
 * Kinds of accessibility and elder-friendliness checks that failed on a page, informal (非正式检测). Places that a
 * machine can only take for a hint (`minor`) do not count.
 *
 * Null where no page was checked: the checks run when the walker or the programme asks. Threshold 0: GB/T 37668-2019.
 */
export const a11yViolation = defineSignal({
  code: 'a11y_violation',
  unit: 'count',
  threshold: 0,
  source: 'GB/T 37668-2019: none; informal',
  measure({ pageChecks }) {
    if (!pageChecks.length) return { value: null, unseen: 'nothing-to-measure' };
    const evidence = pageChecks.flatMap((page) =>
      page.results
        .filter(({ count, impact }) => count !== null && count > 0 && impact !== 'minor')
        .map(({ check }) => ({ at: page.at, tab: page.tab, refs: [page.id], text: `check-${check}` })),
    );
    return { value: new Set(evidence.map((each) => each.text)).size, evidence };
  },
});
