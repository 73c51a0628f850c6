/** A list written as words with white space between. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
