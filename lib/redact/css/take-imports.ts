import { readBareUrl, readIdent, readString, skipBlank } from './read-tokens.ts';

/** One `@import` with its conditions; `layer` '' is a layer without a name, undefined none. */
export type CssImport = { url: string; layer: string | undefined; supports: string; media: string };

/** A sheet's `@import`s, in their order and with the `@layer` statements among them, and all that follows. */
export type ImportedSheet = { first: (CssImport | { layers: string })[]; rest: string };

/** Imports count only before every other rule; `@charset` is left out. */
export function takeImports(css: string): ImportedSheet {
  const first: ImportedSheet['first'] = [];
  let at = css.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    at = skipBlank(css, at);
    if (css[at] !== '@') break;
    const word = readIdent(css, at + 1);
    if (word.name !== 'import' && word.name !== 'charset' && word.name !== 'layer') break;
    const end = endOfStatement(css, word.end);
    // `@layer name { … }` is a rule of its own: imports after it do not count.
    if (end.block) break;
    const statement = css.slice(word.end, end.at);
    if (word.name === 'layer') first.push({ layers: statement.trim() });
    if (word.name === 'import') {
      const found = readImport(statement);
      if (found) first.push(found);
    }
    at = Math.min(end.at + 1, css.length);
  }
  return { first, rest: css.slice(at) };
}

/** What an import came to, under the conditions it was imported with. */
export function underConditions({ layer, supports, media }: CssImport, css: string): string {
  let text = closeBlocks(css);
  if (media) text = `@media ${media}{${text}}`;
  if (supports) text = `@supports ${isCondition(supports) ? supports : `(${supports})`}{${text}}`;
  return layer === undefined ? text : `@layer ${layer}{${text}}`;
}

const isCondition = (text: string) => /^(?:\(|not\b|[\w-]+\()/i.test(text);

function readImport(statement: string): CssImport | undefined {
  const from = skipBlank(statement, 0);
  let url: string;
  let at: number;
  if (statement[from] === '"' || statement[from] === "'") {
    const text = readString(statement, from);
    [url, at] = [text.value, text.end];
  } else {
    const word = readIdent(statement, from);
    if (word.name !== 'url' || statement[word.end] !== '(') return undefined;
    const inside = skipBlank(statement, word.end + 1);
    const quoted = statement[inside] === '"' || statement[inside] === "'";
    const text = quoted ? readString(statement, inside) : readBareUrl(statement, inside);
    url = text.value.trim();
    at = quoted ? skipBlank(statement, text.end) + 1 : text.end;
  }
  let rest = statement.slice(at).trim();
  const layer = /^layer(?:\(\s*([\w.-]+)\s*\))?(?![\w(-])/i.exec(rest);
  if (layer) rest = rest.slice(layer[0].length).trim();
  let supports = '';
  if (/^supports\(/i.test(rest)) {
    const end = endOfBracket(rest, 'supports'.length);
    supports = rest.slice('supports('.length, end - 1).trim();
    rest = rest.slice(end).trim();
  }
  return { url, layer: layer ? (layer[1] ?? '') : undefined, supports, media: rest };
}

/** Calls `see` for every bracket, `;` and so on outside of strings, comments and bare addresses, until it says stop. */
function eachMark(css: string, from: number, see: (char: string, at: number) => boolean): void {
  let at = from;
  while (at < css.length) {
    const char = css[at] ?? '';
    if (char === '/' && css[at + 1] === '*') at = skipBlank(css, at);
    else if (char === '"' || char === "'") at = readString(css, at).end;
    else if (char === '\\') at += 2;
    else if (/^url\(\s*[^"'\s]/i.test(css.slice(at, at + 40)) && !/[\w-]/.test(css[at - 1] ?? ''))
      at = readBareUrl(css, at + 4).end;
    else {
      if ('{}()[];'.includes(char) && !see(char, at)) return;
      at += 1;
    }
  }
}

function endOfStatement(css: string, from: number): { at: number; block: boolean } {
  let end = { at: css.length, block: false };
  let depth = 0;
  eachMark(css, from, (char, at) => {
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (depth <= 0 && (char === ';' || char === '{')) {
      end = { at, block: char === '{' };
      return false;
    }
    return true;
  });
  return end;
}

function endOfBracket(css: string, from: number): number {
  let end = css.length;
  let depth = 0;
  eachMark(css, from, (char, at) => {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth > 0) return true;
    end = at + 1;
    return false;
  });
  return end;
}

const partner: Record<string, string> = { '{': '}', '(': ')', '[': ']' };

/** CSS that ends where it ends, whatever stands around it: nothing left open, nothing closed that it did not open. */
export function closeBlocks(css: string): string {
  const open: string[] = [];
  let out = '';
  let copied = 0;
  eachMark(css, 0, (char, at) => {
    const closing = partner[char];
    if (closing) open.push(closing);
    else if (char === open.at(-1)) open.pop();
    else if (char === '}' && open.length === 0) {
      out += css.slice(copied, at);
      copied = at + 1;
    }
    return true;
  });
  return out + css.slice(copied) + open.reverse().join('');
}
