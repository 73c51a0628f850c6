const LONGEST = 32;

/** Bullets in the length of what was typed, at most 32, so that replay shows a filled field and no more. */
export function maskTypedValue(value: string): string {
  return '•'.repeat(Math.min(value.length, LONGEST));
}

/** True for an empty value or one that is nothing but asterisks or bullets. */
export function isBlank(value: string): boolean {
  return /^[*•●\s]*$/.test(value);
}
