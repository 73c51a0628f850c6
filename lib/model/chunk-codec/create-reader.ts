import type { Columns, SymbolColumn, TextColumn } from './columns.ts';
import { symbolColumns, textColumns } from './columns.ts';
import { damaged, tooMuch } from './damaged.ts';
import { isTooDeep } from './json.ts';
import { knownWords } from './known-words.ts';
import { createLiteralReader } from './literal.ts';
import { ends, more, readNumber, unfoldAfter, writtenOut } from './numbers.ts';
import { indexOf } from './symbols.ts';
import { createList } from './table.ts';

/** Reads a chunk's columns from their beginnings; every call throws on what no writer wrote. */
export function createReader(columns: Columns, mostDecoded: number) {
  const symbolAt = Object.fromEntries(symbolColumns.map((name) => [name, 0])) as Record<SymbolColumn, number>;
  const textAt = Object.fromEntries(textColumns.map((name) => [name, 0])) as Record<TextColumn, number>;
  let rawAt = 0;
  let left = mostDecoded;
  const readLiteral = createLiteralReader();
  const words = createList(1, knownWords);
  const values = new Map<string, ReturnType<typeof createList<string>>>();

  const symbol = (column: SymbolColumn): number => {
    const index = indexOf(columns.symbols[column].charCodeAt(symbolAt[column]));
    symbolAt[column] += 1;
    return index;
  };
  const text = (column: TextColumn): string => {
    const next = columns.texts[column][textAt[column]];
    if (next === undefined) throw damaged('a column of texts ends early');
    textAt[column] += 1;
    return next;
  };
  const countFrom = (column: SymbolColumn, first: number): number => {
    const digits: number[] = [];
    let last = first;
    for (; last >= ends; last = symbol(column)) {
      if (last >= writtenOut || digits.length > 10) throw damaged('not a number');
      digits.push(last - ends);
    }
    const value = digits.reduceRight((rest, digit) => rest * more + digit + ends, last);
    if (!Number.isSafeInteger(value)) throw damaged('a number is too big');
    return value;
  };

  return {
    symbol,
    text,
    count: (column: SymbolColumn): number => countFrom(column, symbol(column)),

    /** Counts decoded characters of JSON; throws when they become too many. */
    spend(characters: number): void {
      left -= characters;
      if (left < 0) throw tooMuch('characters');
    },

    raw(): unknown {
      if (rawAt >= columns.raw.length) throw damaged('raw values end early');
      const value = columns.raw[rawAt];
      rawAt += 1;
      if (isTooDeep(value)) throw damaged('nested too deeply');
      return value;
    },

    number(column: SymbolColumn, before: number): number {
      const first = symbol(column);
      if (first !== writtenOut) return unfoldAfter(countFrom(column, first), before);
      const value = readNumber(text('decimals'));
      if (value === undefined) throw damaged('not a number');
      return value;
    },

    word(column: SymbolColumn): string {
      const number = symbol(column);
      if (number > 0) return words.at(number) ?? fail('an unknown word');
      const word = text('words');
      words.add(word);
      return word;
    },

    /** The key of a value (see `literal.ts`) among those of its name. */
    value(name: string): string {
      let known = values.get(name);
      if (!known) values.set(name, (known = createList<string>(1)));
      const number = symbol('values');
      if (number > 0) return known.at(number) ?? fail('an unknown value');
      const key = readLiteral(name, text('literals'));
      known.add(key);
      return key;
    },

    /** Throws when something was left over. */
    finish(): void {
      const over =
        symbolColumns.some((name) => symbolAt[name] !== columns.symbols[name].length) ||
        textColumns.some((name) => textAt[name] !== columns.texts[name].length) ||
        rawAt !== columns.raw.length;
      if (over) throw damaged('something is left over');
    },
  };
}
export type Reader = ReturnType<typeof createReader>;

function fail(what: string): never {
  throw damaged(what);
}
