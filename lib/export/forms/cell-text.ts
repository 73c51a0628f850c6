import type { FormCell, FormColumn, FormTable } from '../../model/official-form.ts';
import { cleanText } from './clean-text.ts';

/** A cell's entries, cleaned; a cell of one text has one. */
export function entriesOf(cell: FormCell): string[] {
  return (typeof cell === 'string' ? [cell] : cell).map(cleanText);
}

/** A cell as it is read: its entries one below the other, those without words left out. */
export function cellText(cell: FormCell): string {
  return entriesOf(cell).filter(Boolean).join('\n');
}

/** False for a table of facts, whose columns have no titles. */
export const hasHead = ({ columns }: FormTable): boolean => columns.some((column) => column.title);

/** The rows, or where there are none one row that says so in its second column. */
export function shownRows(table: FormTable): readonly (readonly FormCell[])[] {
  const { rows, empty, columns } = table;
  if (rows.length > 0 || !empty) return rows;
  return [columns.map((_, n) => (n === Math.min(1, columns.length - 1) ? empty : ''))];
}

/** How the three parts of the head share the columns: as the form says, or by width, each at least one. */
export function headSpans(
  columns: readonly FormColumn[],
  wanted: readonly [number, number, number] | undefined,
): [number, number, number] {
  const count = columns.length;
  if (wanted && wanted[0] + wanted[1] + wanted[2] === count) return [...wanted];
  if (count < 3) return [count, 0, 0];
  // The day is short and should stay on one line; unit and person share the rest.
  let last = 1;
  while (last < count - 2 && widthOf(columns.slice(count - last)) < dayWidth) last += 1;
  const rest = columns.slice(0, count - last);
  let first = 1;
  while (first < rest.length - 1 && widthOf(rest.slice(0, first + 1)) <= widthOf(rest) * 0.5) first += 1;
  return [first, rest.length - first, last];
}

/** "2026年12月31日" with room beside it, in half-width characters. */
const dayWidth = 18;
const widthOf = (columns: readonly FormColumn[]) => columns.reduce((sum, { width }) => sum + width, 0);
