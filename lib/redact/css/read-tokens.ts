/** The tokens of CSS Syntax 3 in which an address can hide; each reader starts at a place and says where it ends. */
const identPart = /[a-zA-Z0-9_\-\u0080-\uffff]/;

/** A quoted string; `open` when a line or the text ended before it did. */
export function readString(css: string, start: number) {
  const quote = css[start];
  let value = '';
  let at = start + 1;
  while (at < css.length) {
    const char = css[at] ?? '';
    if (char === quote) return { value, end: at + 1, open: false };
    if (char === '\n' || char === '\r' || char === '\f') return { value, end: at, open: false };
    if (char === '\\') {
      const escape = readEscape(css, at);
      value += escape.char;
      at = escape.end;
    } else {
      value += char;
      at += 1;
    }
  }
  return { value, end: at, open: true };
}

/** What stands in `url(…)` without quotes, up to and with the closing bracket. */
export function readBareUrl(css: string, start: number) {
  let value = '';
  let at = start;
  while (at < css.length && css[at] !== ')') {
    const escape = css[at] === '\\' ? readEscape(css, at) : { char: css[at] ?? '', end: at + 1 };
    value += escape.char;
    at = escape.end;
  }
  return { value, end: Math.min(at + 1, css.length), open: at >= css.length };
}

/** A name in lower case, escapes resolved. */
export function readIdent(css: string, start: number) {
  let name = '';
  let at = start;
  while (at < css.length) {
    const char = css[at] ?? '';
    if (char === '\\') {
      const escape = readEscape(css, at);
      name += escape.char;
      at = escape.end;
    } else if (identPart.test(char)) {
      name += char;
      at += 1;
    } else break;
  }
  return { name: name.toLowerCase(), end: at };
}

function readEscape(css: string, at: number) {
  const hex = /^[0-9a-f]{1,6}/i.exec(css.slice(at + 1, at + 7))?.[0];
  if (!hex)
    return { char: css[at + 1] === '\n' ? '' : (css[at + 1] ?? ''), end: Math.min(at + 2, css.length) };
  const code = Number.parseInt(hex, 16);
  const end = at + 1 + hex.length;
  const space = css.startsWith('\r\n', end) ? 2 : /\s/.test(css[end] ?? '') ? 1 : 0;
  return { char: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', end: end + space };
}

/** Where white space, comments and the old HTML comment marks at `start` end. */
export function skipBlank(css: string, start: number): number {
  let at = start;
  for (;;) {
    const blank = /^(?:\s+|<!--|-->)/.exec(css.slice(at, at + 1000))?.[0];
    if (blank) at += blank.length;
    else if (css.startsWith('/*', at)) {
      const end = css.indexOf('*/', at + 2);
      if (end < 0) return css.length;
      at = end + 2;
    } else return at;
  }
}
