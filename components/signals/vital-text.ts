import type { WebVital } from '../../lib/model/web-vital.ts';

/** A page's figure as the web-vitals tools write it: milliseconds or seconds, and the layout shift without unit. */
export function vitalText(vital: WebVital, value: number): string {
  if (vital === 'cls') return value.toFixed(2);
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}
