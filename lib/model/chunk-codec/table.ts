import { mostSymbols } from './symbols.ts';

/** Numbers given to keys in the order they came, as many as there are symbols left after `reserved` ones. */
export function createTable(reserved: number, known: readonly string[] = []) {
  const numbers = new Map<string, number>(known.map((key, at) => [key, at + reserved]));
  return {
    find: (key: string): number | undefined => numbers.get(key),
    add(key: string): void {
      if (numbers.size + reserved < mostSymbols) numbers.set(key, numbers.size + reserved);
    },
  };
}

/** The reader's side: what the numbers stand for, in the same order and with the same limit. */
export function createList<Entry>(reserved: number, known: readonly Entry[] = []) {
  const entries = [...known];
  return {
    at: (number: number): Entry | undefined => entries[number - reserved],
    add(entry: Entry): void {
      if (entries.length + reserved < mostSymbols) entries.push(entry);
    },
  };
}
