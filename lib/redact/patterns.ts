/** Not glued to another number on the left: no digit, and no digit with only letters in between. */
export const LEFT = '(?<!\\d)(?<!\\d[A-Za-z]{1,20})';

/** Not glued to another number on the right. Letters alone do not hide a number ("user13800138000"). */
export const RIGHT = '(?!\\d)(?![A-Za-z]{1,20}\\d)';

/** What people put between the digits of one number. Invisible characters count. */
export const GAP = '[ \\-\\u200b]{0,2}';

/** One CJK ideograph (with extension A and the zero 〇). */
export const HAN = '[\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff]';

/** The digits and letters of a number written with gaps. */
export function compact(text: string): string {
  return text.replace(/[ \-\u200b]/g, '');
}

/** Lengths of the visible groups of a number: "138 0013 8000" is [3, 4, 4]. */
export function groupLengths(text: string): number[] {
  return text
    .replace(/\u200b/g, '')
    .split(/[ -]+/)
    .map((group) => group.length);
}

/** True where a number is the fraction of a decimal ("0.1234567890123456"), as in timings and ratios. */
export function isFraction(text: string, start: number): boolean {
  return (
    text[start - 1] === '.' && /(?:^|\D)(?:0|\d{3,12})\.$/.test(text.slice(Math.max(0, start - 15), start))
  );
}
