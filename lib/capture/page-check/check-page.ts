import type { PageCheck, PageCheckKind, PageCheckResult } from '../../model/page-check.ts';
import { emptyResult } from './check-result.ts';
import { checksFor } from './elder-checks.ts';
import { runAxe } from './run-axe.ts';

/** All checks together take no more of the page's time than this, the one that is on apart; ms. */
const budgetMs = 1500;
/** Whoever touches the page while it is checked comes first: the checks wait so long for the hand to rest. */
const restMs = 300;
const longestWait = 4000;

export type CheckedPage = Pick<PageCheck, 'took' | 'longest' | 'tool' | 'results'>;

/**
 * Looks a page over for accessibility and elder-friendliness, in small portions with the page's own turns in between and
 * never while the walker acts. Selectors alone leave the page, no texts. `took` is the time it held the page, `longest`
 * the longest it did so at a time.
 */
export async function checkPage(): Promise<CheckedPage> {
  // A hand that moved just before the checks came is not known of: they begin with a rest of their own.
  let touched = performance.now();
  const life = new AbortController();
  const touch = () => {
    touched = performance.now();
  };
  for (const kind of ['pointerdown', 'keydown', 'wheel'] as const)
    addEventListener(kind, touch, { capture: true, passive: true, signal: life.signal });
  let waited = 0;
  let longest = 0;
  let since = performance.now();
  const giveWay = async () => {
    const from = performance.now();
    longest = Math.max(longest, from - since);
    do await new Promise((resolve) => setTimeout(resolve, 16));
    while (performance.now() - touched < restMs && performance.now() - from < longestWait);
    since = performance.now();
    waited += since - from;
  };
  const began = performance.now();
  const held = () => performance.now() - began - waited;
  try {
    await giveWay();
    const own: PageCheckResult[] = [];
    for (const [kind, look] of checksFor(window === window.top)) {
      own.push(run(kind, look));
      await giveWay();
    }
    const { tool, results } = await runAxe(budgetMs - held(), giveWay);
    longest = Math.max(longest, performance.now() - since);
    return { took: Math.round(held()), longest: Math.round(longest), tool, results: [...results, ...own] };
  } finally {
    life.abort();
  }
}

function run(kind: PageCheckKind, look: () => PageCheckResult): PageCheckResult {
  try {
    return look();
  } catch {
    return { ...emptyResult(kind), count: null, why: 'failed' };
  }
}
