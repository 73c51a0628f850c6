import type { Reduction } from '../../lib/model/reduction.ts';
import { formatDuration } from '../format/format-duration.ts';
import type { Text } from '../text.tsx';

/** A quantity with its unit. */
export function quantityText(value: number, unit: Reduction['unit'], text: Text): string {
  if (unit === 'ms') return formatDuration(Math.abs(value), text);
  if (unit === 'ratio') return `${Math.round(value * 100)}%`;
  const figure = String(Math.round(value * 10) / 10);
  return unit === 'days' ? text('reductions.days', figure) : figure;
}

/** A difference with its sign: less is a reduction, only of what is filled in by itself more is better. */
export function deltaText(delta: number, unit: Reduction['unit'], text: Text): string {
  if (delta === 0) return '0';
  return `${delta < 0 ? '−' : '+'}${quantityText(Math.abs(delta), unit, text)}`;
}

export const isBetter = ({ delta, quantity }: Reduction): boolean | undefined =>
  delta === null || delta === 0 ? undefined : quantity === 'prefilled' ? delta > 0 : delta < 0;
