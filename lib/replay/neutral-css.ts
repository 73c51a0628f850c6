/** A URL that may stay in a replay: a fragment, or a picture or font inside the text itself. */
export function staysInside(url: string): boolean {
  return /^\s*(?:#|data:(?:image|font)\/|data:application\/(?:x-)?(?:font|octet-stream|vnd\.ms-fontobject))/i.test(
    url,
  );
}

const nothing = '"data:,"';
const imageFunctions = new Set([
  'image-set',
  '-webkit-image-set',
  'image',
  'cross-fade',
  '-webkit-cross-fade',
]);
const mayFetch = /url|src|image|cross-fade|import|\\/i;
const identStart = /[a-zA-Z_\-\\\u0080-\uffff]/;
const identPart = /[a-zA-Z0-9_\-\u0080-\uffff]/;

/** CSS without anything that a browser would fetch: `url()`, `src()`, strings in `image-set()`, `@import`. */
export function neutralCss(css: string): string {
  return mayFetch.test(css) ? rewriteCss(css) : css;
}

/**
 * The same for one of several texts that the browser will read as one sheet: what is open at its end is closed
 * and its beginning set apart, so that no two harmless texts join into a harmful one.
 */
export function neutralCssPiece(css: string): string {
  return css ? `/**/${rewriteCss(css)}` : css;
}

/** Follows CSS Syntax 3 as far as needed to know what is a function's name, a string and a comment. */
function rewriteCss(css: string): string {
  let out = '';
  let copied = 0;
  let at = 0;
  let depth = 0;
  let closer = '';
  const imagesAt: number[] = [];
  const replace = (from: number, to: number, by: string) => {
    out += css.slice(copied, from) + by;
    copied = to;
    at = to;
  };

  while (at < css.length) {
    const char = css[at] ?? '';
    if (char === '/' && css[at + 1] === '*') {
      const end = css.indexOf('*/', at + 2);
      if (end < 0) closer = '*/';
      at = end < 0 ? css.length : end + 2;
    } else if (char === '"' || char === "'") {
      const text = readString(css, at);
      if (text.open) closer = char;
      if (imagesAt.length > 0 && !staysInside(text.value)) {
        replace(at, text.end, nothing);
        closer = '';
      } else at = text.end;
    } else if (char === '@') {
      const word = readIdent(css, at + 1);
      if (word.name === 'import') replace(at, word.end, '@zyb-off');
      else at = Math.max(word.end, at + 1);
    } else if (char === '(') {
      depth += 1;
      at += 1;
    } else if (char === ')') {
      depth -= 1;
      if (imagesAt.at(-1) === depth) imagesAt.pop();
      at += 1;
    } else if (identStart.test(char)) {
      const word = readIdent(css, at);
      if (css[word.end] !== '(') at = Math.max(word.end, at + 1);
      else if (word.name === 'url' || word.name === 'src') readUrl(word.end + 1);
      else if (word.name === 'var' && imagesAt.length > 0) replace(at, word.end, 'zyb-off');
      else {
        if (imageFunctions.has(word.name)) imagesAt.push(depth);
        at = word.end;
      }
    } else at += 1;
  }
  const body = out + css.slice(copied);
  // A lone backslash at the end would eat the closer.
  let slashes = 0;
  while (body[body.length - 1 - slashes] === '\\') slashes += 1;
  const escape = slashes % 2 === 1 ? '\\' : '';
  return body + escape + closer + (imagesAt.length > 0 ? ')'.repeat(Math.max(0, depth)) : '');

  function readUrl(inside: number): void {
    const from = inside + (/^\s*/.exec(css.slice(inside, inside + 1000))?.[0].length ?? 0);
    const quoted = css[from] === '"' || css[from] === "'";
    const text = quoted ? readString(css, from) : readBareUrl(css, from);
    if (!quoted && (text.open || !staysInside(text.value))) replace(at, text.end, `url(${nothing})`);
    else if (quoted && (text.open || !staysInside(text.value))) replace(from, text.end, nothing);
    else at = text.end;
    if (quoted) depth += 1;
  }
}

function readString(css: string, start: number) {
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

function readBareUrl(css: string, start: number) {
  let value = '';
  let at = start;
  while (at < css.length && css[at] !== ')') {
    const escape = css[at] === '\\' ? readEscape(css, at) : { char: css[at] ?? '', end: at + 1 };
    value += escape.char;
    at = escape.end;
  }
  return { value, end: Math.min(at + 1, css.length), open: at >= css.length };
}

function readIdent(css: string, start: number) {
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
