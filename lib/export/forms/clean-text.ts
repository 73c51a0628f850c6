/**
 * A text as XML 1.0 can hold it: one kind of line end, no control characters, no lone half of a surrogate pair, none of
 * the two that are no characters. Everything else stays as it is, emoji and rare characters included.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
