/** Outside of ASCII, and may read as another character; most letters of a page do not. */
const ODD = /[\u00a0-\u3000\ufe63-\uffff]/;

/** Soft hyphens, joiners, marks of direction: nobody sees them. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xfeff;

/** The code that a full-width form, odd space, odd dash or invisible character reads as; 0 for all others. */
export function plainCode(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (isInvisible(code)) return 0x200b;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63) return 45;
  const isSpace = (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000 || code === 0xa0;
  return isSpace ? 32 : 0;
}

/**
 * Full-width forms, odd spaces and odd dashes as their ASCII twins; invisible characters all as U+200B.
 * One UTF-16 unit stays one unit, so positions in the result are positions in the original.
 */
export function normalise(text: string): string {
  if (!ODD.test(text)) return text;
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0xa0 || (code > 0x3000 && code < 0xfe63)) continue;
    const plain = plainCode(code);
    if (plain === 0) continue;
    result += text.slice(from, i) + String.fromCharCode(plain);
    from = i + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}
