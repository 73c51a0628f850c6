const UNUSUAL = /[\u2000-\u2015\u202f\u2060\u2212\u3000\ufe63\ufeff\uff01-\uff5e\u00a0]/g;

function narrow(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x200b || code === 0x200c || code === 0x200d || code === 0x2060 || code === 0xfeff)
    return '\u200b';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63) return '-';
  return ' ';
}

/**
 * Full-width forms, odd spaces and odd dashes as their ASCII twins; invisible characters all as U+200B.
 * One UTF-16 unit stays one unit, so positions in the result are positions in the original.
 */
export function normalise(text: string): string {
  return text.replace(UNUSUAL, narrow);
}
