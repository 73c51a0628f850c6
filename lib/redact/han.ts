/** True for one CJK ideograph (with extension A and the zero 〇), by its UTF-16 code. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** How many ideographs stand from `at` on, counted up to `most`. */
export function hanRunAt(text: string, at: number, most: number): number {
  let length = 0;
  while (length < most && isHan(text.charCodeAt(at + length))) length += 1;
  return length;
}
