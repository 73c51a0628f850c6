import { typeMark } from './shown-states.ts';

/**
 * Fields that take nothing but values of their own kind: what is masked would leave them empty, as if nobody had filled
 * them in, a slider in the middle and a colour black. One that holds masked words is shown as a field for any words.
 */
const strict = /^(?:number|date|month|week|time|datetime-local|range|color)$/i;
const masked = /^[•*]+$/;

export const isStrict = (type: unknown): type is string => typeof type === 'string' && strict.test(type);

/** The type under which a field of the given one can show the value, and its own one for style sheets (state-css.ts). */
export function typeFor(type: string, value: unknown): { type: string; [typeMark]: string | null } {
  const isOther = isStrict(type) && typeof value === 'string' && masked.test(value);
  return isOther ? { type: 'text', [typeMark]: type.toLowerCase() } : { type, [typeMark]: null };
}

/** A field as it was recorded; what somebody filled in, no attribute changes. */
export type StrictField = { type: string; isFilled?: true };
