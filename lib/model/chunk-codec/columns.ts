import { damaged } from './damaged.ts';
import { swapLetters } from './known-letters.ts';

/** Columns of symbols, in the order they are written. What each holds is told where it is filled. */
export const symbolColumns = [
  'kinds',
  'times',
  'numbers',
  'nodes',
  'ids',
  'heads',
  'values',
  'changes',
] as const;
/** Columns of texts. */
export const textColumns = ['words', 'texts', 'literals', 'decimals'] as const;

export type SymbolColumn = (typeof symbolColumns)[number];
export type TextColumn = (typeof textColumns)[number];

/** What a chunk's events became: symbols, texts, and values spelled as they are. */
export type Columns = {
  symbols: Record<SymbolColumn, string>;
  texts: Record<TextColumn, string[]>;
  raw: unknown[];
};

export const emptyColumns = (): Columns => ({
  symbols: { kinds: '', times: '', numbers: '', nodes: '', ids: '', heads: '', values: '', changes: '' },
  texts: { words: [], texts: [], literals: [], decimals: [] },
  raw: [],
});

/** Characters that part texts; the first one that stands in none of them is used. */
const separators = ['|', '~', '`', '\u00a6', '\u00b6'];

/** One text that begins with what parts it; the texts themselves when there are none or they hold every separator. */
function join(texts: string[]): string | string[] {
  const all = texts.join('');
  const separator = separators.find((it) => !all.includes(it));
  if (separator === undefined || texts.length === 0) return texts;
  return swapLetters(separator + texts.join(separator));
}

function split(column: unknown): string[] {
  if (typeof column === 'string' && column) return swapLetters(column.slice(1)).split(column.charAt(0));
  if (Array.isArray(column) && column.every((text) => typeof text === 'string')) return column;
  throw damaged('a column of texts is none');
}

/** One JSON array: symbol columns, text columns, then the raw values. */
export function columnsToText({ symbols, texts, raw }: Columns): string {
  return JSON.stringify([
    ...symbolColumns.map((name) => symbols[name]),
    ...textColumns.map((name) => join(texts[name])),
    raw,
  ]);
}

export function textToColumns(text: string): Columns {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    throw damaged('not JSON');
  }
  if (!Array.isArray(parts) || parts.length !== symbolColumns.length + textColumns.length + 1)
    throw damaged('not the right columns');
  const columns = emptyColumns();
  symbolColumns.forEach((name, at) => {
    if (typeof parts[at] !== 'string') throw damaged('a column of symbols is none');
    columns.symbols[name] = parts[at];
  });
  textColumns.forEach((name, at) => {
    columns.texts[name] = split(parts[symbolColumns.length + at]);
  });
  const raw: unknown = parts.at(-1);
  if (!Array.isArray(raw)) throw damaged('no raw values');
  columns.raw = raw;
  return columns;
}
