import axe from 'axe-core';
import type { PageCheckKind, PageCheckResult } from '../../model/page-check.ts';
import { addPlaces, emptyResult, nameOf } from './check-result.ts';

/** axe-core's rules by what a person would call the trouble; contrast, which takes longest, comes last. */
const rules: [check: PageCheckKind, rules: string[]][] = [
  ['language', ['html-has-lang', 'html-lang-valid', 'document-title']],
  ['images', ['image-alt', 'input-image-alt', 'area-alt', 'svg-img-alt', 'role-img-alt']],
  ['labels', ['label', 'select-name', 'aria-input-field-name']],
  ['names', ['button-name', 'link-name', 'input-button-name', 'aria-command-name']],
  ['frames', ['frame-title']],
  ['tab-order', ['tabindex']],
  ['zoom', ['meta-viewport']],
  ['contrast', ['color-contrast']],
];

/** Contrast takes a second for every thousand texts or so: beyond this it is not looked at (axe-core #2445). */
const contrastLimit = 3000;

/**
 * Runs axe-core rule by rule, giving the page its turn in between, until the budget is spent; what was not reached says
 * so. Violations alone, and of each place nothing but its tag, id and class.
 */
export async function runAxe(
  budgetMs: number,
  giveWay: () => Promise<void>,
): Promise<{ tool: string; results: PageCheckResult[] }> {
  const results: PageCheckResult[] = [];
  let spent = 0;
  for (const [check, values] of rules) {
    const large = check === 'contrast' && document.getElementsByTagName('*').length > contrastLimit;
    if (large || spent > budgetMs) {
      results.push({ ...emptyResult(check), count: null, why: large ? 'too-large' : 'out-of-time' });
      continue;
    }
    const began = performance.now();
    results.push(await runRules(check, values));
    spent += performance.now() - began;
    await giveWay();
  }
  return { tool: `axe-core ${axe.version}`, results };
}

async function runRules(check: PageCheckKind, values: string[]): Promise<PageCheckResult> {
  const result = emptyResult(check);
  try {
    const found = await axe.run(
      { exclude: [['[data-zyb-bar]']] },
      { runOnly: { type: 'rule', values }, resultTypes: ['violations'], elementRef: true, iframes: false },
    );
    for (const violation of found.violations) {
      result.rules.push(violation.id);
      if (violation.impact) result.impact = violation.impact;
      addPlaces(
        result,
        // Its own selectors quote the page's attributes.
        violation.nodes.map((node) => (node.element ? nameOf(node.element) : '')),
      );
    }
    return result;
  } catch {
    return { ...result, count: null, why: 'failed' };
  }
}
