import type { PageTiming } from './page-timing.ts';

export const webVitals = ['lcp', 'inp', 'cls', 'fcp', 'ttfb'] as const;
export type WebVital = (typeof webVitals)[number];

export const vitalRatings = ['good', 'middling', 'poor'] as const;
export type VitalRating = (typeof vitalRatings)[number];

/**
 * The last value that is good, and the last that is not yet poor: milliseconds, `cls` without unit. The limits that
 * web.dev publishes with the web-vitals library (LCP, INP, CLS as Core Web Vitals; FCP and TTFB as supporting ones).
 */
export const vitalLimits: Record<WebVital, { good: number; poor: number }> = {
  lcp: { good: 2500, poor: 4000 },
  inp: { good: 200, poor: 500 },
  cls: { good: 0.1, poor: 0.25 },
  fcp: { good: 1800, poor: 3000 },
  ttfb: { good: 800, poor: 1800 },
};

/** How one figure of a page rates; undefined when it was not measured. */
export function rateVital(timing: Pick<PageTiming, WebVital>, vital: WebVital): VitalRating | undefined {
  const value = timing[vital];
  if (value === undefined) return undefined;
  const { good, poor } = vitalLimits[vital];
  if (value <= good) return 'good';
  return value <= poor ? 'middling' : 'poor';
}
