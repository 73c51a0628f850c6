import { readBareUrl, readIdent, readString } from './read-tokens.ts';

/** An address in CSS, escapes resolved, and where it stands. */
export type CssAddress = {
  url: string;
  /** The at-rule whose prelude it stands in (`import`, `namespace`, `supports`…): never a picture; '' for none. */
  prelude: string;
  /** Which `@font-face` block it stands in, counted from 0; -1 for none. */
  face: number;
  /** What `format()` says after it, '' for nothing. */
  format: string;
};

export type CssRewriting = {
  /** The address to write instead, without quotes or brackets in it; undefined leaves it as it stands. */
  address(address: CssAddress): string | undefined;
  /** Also puts out of order what could fetch by other ways: `@import`, and variables inside `image-set()`. */
  strict?: boolean;
};

const imageFunctions = new Set([
  'image-set',
  '-webkit-image-set',
  'image',
  'cross-fade',
  '-webkit-cross-fade',
]);
const mayFetch = /url|src|image|cross-fade|import|\\/i;
const identStart = /[a-zA-Z_\-\\\u0080-\uffff]/;

/** False when nothing in the text could make a browser fetch. */
export const mayHoldAddresses = (css: string): boolean => mayFetch.test(css);

/**
 * CSS with every address a browser would fetch handed to `address`: those in `url()`, `src()` and as strings in
 * `image-set()`. Everything else stays byte for byte; a string, comment or address open at the end is closed. Follows
 * CSS Syntax 3 as far as needed to know what is a function's name, a string and a comment.
 */
export function rewriteCss(css: string, on: CssRewriting): string {
  let out = '';
  let copied = 0;
  let at = 0;
  let depth = 0;
  let closer = '';
  let prelude = '';
  let blocks = 0;
  let faces = 0;
  let faceBlock = -1;
  const imagesAt: number[] = [];
  const replace = (from: number, to: number, by: string) => {
    out += css.slice(copied, from) + by;
    copied = to;
    at = to;
  };
  const newAddress = (url: string, end: number) =>
    on.address({ url, prelude, face: faceBlock < 0 ? -1 : faces - 1, format: formatAfter(css, end) });

  while (at < css.length) {
    const char = css[at] ?? '';
    if (char === '/' && css[at + 1] === '*') {
      const end = css.indexOf('*/', at + 2);
      if (end < 0) closer = '*/';
      at = end < 0 ? css.length : end + 2;
    } else if (char === '"' || char === "'") {
      const text = readString(css, at);
      if (text.open) closer = char;
      const by = imagesAt.length > 0 ? newAddress(text.value, text.end) : undefined;
      if (by !== undefined) {
        replace(at, text.end, `"${by}"`);
        closer = '';
      } else at = text.end;
    } else if (char === '@') {
      const word = readIdent(css, at + 1);
      prelude = word.name;
      if (word.name === 'import' && on.strict) replace(at, word.end, '@zyb-off');
      else at = Math.max(word.end, at + 1);
    } else if (char === '(') {
      depth += 1;
      at += 1;
    } else if (char === ')') {
      depth -= 1;
      if (imagesAt.at(-1) === depth) imagesAt.pop();
      at += 1;
    } else if (char === '{' || char === '}' || char === ';') {
      turnBlock(char);
      at += 1;
    } else if (identStart.test(char)) {
      const word = readIdent(css, at);
      if (css[word.end] !== '(') at = Math.max(word.end, at + 1);
      else if (word.name === 'url' || word.name === 'src') readUrl(word.end + 1);
      else if (word.name === 'var' && imagesAt.length > 0 && on.strict) replace(at, word.end, 'zyb-off');
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

  function turnBlock(char: string): void {
    if (char === '{') {
      if (prelude === 'font-face') {
        faces += 1;
        faceBlock = blocks;
      }
      blocks += 1;
    } else if (char === '}') {
      blocks = Math.max(0, blocks - 1);
      if (blocks <= faceBlock) faceBlock = -1;
    }
    prelude = '';
  }

  function readUrl(inside: number): void {
    const from = inside + (/^\s*/.exec(css.slice(inside, inside + 1000))?.[0].length ?? 0);
    const quoted = css[from] === '"' || css[from] === "'";
    const text = quoted ? readString(css, from) : readBareUrl(css, from);
    const by = newAddress(quoted ? text.value : text.value.trim(), text.end);
    if (by === undefined && !text.open) at = text.end;
    else if (quoted) replace(from, text.end, `"${by ?? 'data:,'}"`);
    else replace(at, text.end, `url("${by ?? 'data:,'}")`);
    if (quoted) depth += 1;
  }
}

const formatAfter = (css: string, end: number): string =>
  /^\s*\)?\s*format\(\s*["']?([\w-]+)/i.exec(css.slice(end, end + 60))?.[1]?.toLowerCase() ?? '';
