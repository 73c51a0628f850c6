import type { FormCell } from '../../model/official-form.ts';
import { entriesOf } from './cell-text.ts';

/** Two for what stands in a Chinese character's square, one for Latin letters and digits. */
const widthOf = (char: string) =>
  /[\u1100-\u115F\u2010-\u2027\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{3FFFD}]/u.test(
    char,
  )
    ? 2
    : 1;

/** A text cut where a column of `capacity` half-width characters would wrap it; `hard`: the text itself ends the line. */
export function wrapLines(text: string, capacity: number): { text: string; hard: boolean }[] {
  return text.split('\n').flatMap((line) => {
    const lines: { text: string; hard: boolean }[] = [];
    let current = '';
    let width = 0;
    for (const char of line) {
      const more = widthOf(char);
      if (width + more > capacity && current) {
        lines.push({ text: current, hard: false });
        current = '';
        width = 0;
      }
      current += char;
      width += more;
    }
    return [...lines, { text: current, hard: true }];
  });
}

/** Lines that a text takes in a column of that many half-width characters. */
export const countLines = (text: string, capacity: number): number => wrapLines(text, capacity).length;

/**
 * A row as rows that fit a spreadsheet, whose rows end at 409 points and hide the rest: entries that belong together
 * stay side by side, and only what alone is too long is cut, at a line. Texts, one for each cell of each row.
 */
export function splitTall(
  row: readonly FormCell[],
  capacities: readonly number[],
  mostLines: number,
): string[][] {
  const cells = row.map(entriesOf);
  const capacity = (n: number) => Math.max(2, capacities[n] ?? 2);
  // Entries that stand beside others go by their place; a cell of one text goes its own way.
  const groups = Math.max(0, ...row.map((cell) => (typeof cell === 'string' ? 0 : cell.length)));
  const chunks: string[][][] = [];
  const lead = row.map((cell, n) =>
    typeof cell === 'string' ? cut(cells[n]?.[0] ?? '', capacity(n), mostLines) : [],
  );
  for (let index = 0; index < groups; index += 1) {
    const pieces = row.map((cell, n) =>
      typeof cell === 'string' ? [] : cut(cells[n]?.[index] ?? '', capacity(n), mostLines),
    );
    const tallest = Math.max(1, ...pieces.map((each) => each.length));
    for (let piece = 0; piece < tallest; piece += 1) {
      const texts = pieces.map((each) => each[piece] ?? '');
      const last = chunks.at(-1);
      if (last && piece === 0 && tallest === 1 && fits(last, texts, capacity, mostLines))
        last.forEach((entries, n) => {
          if (texts[n]) entries.push(texts[n]);
        });
      else chunks.push(texts.map((text) => (text ? [text] : [])));
    }
  }
  const count = Math.max(1, chunks.length, ...lead.map((pieces) => pieces.length));
  return Array.from({ length: count }, (_, k) =>
    row.map((cell, n) =>
      typeof cell === 'string' ? (lead[n]?.[k] ?? '') : (chunks[k]?.[n] ?? []).join('\n'),
    ),
  );
}

function fits(
  chunk: string[][],
  texts: string[],
  capacity: (n: number) => number,
  mostLines: number,
): boolean {
  return chunk.every((entries, n) => {
    const together = [...entries, texts[n] ?? ''].filter(Boolean);
    return together.length === 0 || countLines(together.join('\n'), capacity(n)) <= mostLines;
  });
}

/** Pieces of at most that many lines; joined again, with a line end where one stood, they are the text. */
function cut(text: string, capacity: number, mostLines: number): string[] {
  const lines = wrapLines(text, capacity);
  const pieces: string[] = [];
  for (let from = 0; from < lines.length; from += mostLines) {
    const some = lines.slice(from, from + mostLines);
    pieces.push(some.map((line, n) => line.text + (line.hard && n < some.length - 1 ? '\n' : '')).join(''));
  }
  return pieces;
}
