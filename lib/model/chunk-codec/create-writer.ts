import { emptyColumns, type SymbolColumn, type TextColumn } from './columns.ts';
import { isTooDeep } from './json.ts';
import { knownWords } from './known-words.ts';
import { createLiteralWriter, keyOf } from './literal.ts';
import { ends, foldAfter, more, spellNumber, writtenOut } from './numbers.ts';
import { symbolOf } from './symbols.ts';
import { createTable } from './table.ts';

/** Writes into the columns of one chunk; its tables know what was written so far. */
export function createWriter() {
  const columns = emptyColumns();
  const { symbols, texts, raw } = columns;
  const spell = createLiteralWriter();
  const words = createTable(1, knownWords);
  const values = new Map<string, ReturnType<typeof createTable>>();

  const symbol = (column: SymbolColumn, index: number): void => {
    symbols[column] += symbolOf(index);
  };

  /** A whole number from 0 up. */
  const count = (column: SymbolColumn, value: number): void => {
    let rest = value;
    while (rest >= ends) {
      rest -= ends;
      symbol(column, ends + (rest % more));
      rest = Math.floor(rest / more);
    }
    symbol(column, rest);
  };

  return {
    columns,
    symbol,
    count,
    text: (column: TextColumn, text: string): void => void texts[column].push(text),
    /** Throws a RangeError when the value is nested too deeply. */
    raw(value: unknown): void {
      if (isTooDeep(value)) throw new RangeError('nested too deeply for a chunk');
      raw.push(value);
    },

    /** Any finite number, as its difference from `before` where that is exact. */
    number(column: SymbolColumn, value: number, before: number): void {
      const folded = foldAfter(value, before);
      if (folded !== undefined) return count(column, folded);
      symbol(column, writtenOut);
      texts.decimals.push(spellNumber(value));
    },

    word(column: SymbolColumn, word: string): void {
      const number = words.find(word);
      symbol(column, number ?? 0);
      if (number !== undefined) return;
      texts.words.push(word);
      words.add(word);
    },

    /** A value's number among those of the same name; undefined when it has none yet. */
    findValue: (name: string, value: unknown): number | undefined => values.get(name)?.find(keyOf(value)),

    value(name: string, value: unknown): void {
      let known = values.get(name);
      if (!known) values.set(name, (known = createTable(1)));
      const literal = keyOf(value);
      const number = known.find(literal);
      symbol('values', number ?? 0);
      if (number !== undefined) return;
      texts.literals.push(spell(name, literal));
      known.add(literal);
    },
  };
}
export type Writer = ReturnType<typeof createWriter>;
