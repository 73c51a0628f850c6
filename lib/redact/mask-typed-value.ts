const LONGEST = 32;
const MOST_LINES = 100;

/**
 * Bullets in the length of what was typed, at most 32, so that replay shows a filled field and no more. Of several lines
 * (100 at most) each is taken by itself: a field of that many lines stays one.
 */
export function maskTypedValue(value: string): string {
  if (!value.includes('\n')) return '•'.repeat(Math.min(value.length, LONGEST));
  return value.split('\n', MOST_LINES).map(maskTypedValue).join('\n');
}

/** True for an empty value or one that is nothing but asterisks or bullets. */
export function isBlank(value: string): boolean {
  return /^[*•●\s]*$/.test(value);
}
