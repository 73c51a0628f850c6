import type { CatalogueItem } from './catalogue.ts';

/** One cell of a sheet as text. `number`: the file holds a number, not a text; `error`: what the sheet shows instead of a value. */
export type Cell = { text: string; number?: true; formula?: true; error?: string };

/** One sheet as it stands in the file; `rows[0]` is line `firstRow` of it. */
export type CatalogueTable = { name: string; firstRow: number; rows: Cell[][] };

/** The columns a catalogue can have. */
export const catalogueFields = [
  'name',
  'handlingCode',
  'implementationCode',
  'baseCode',
  'otherCode',
  'department',
  'oneThing',
  'crossRegion',
  'highFrequency',
  'guideUrl',
  'legalLimit',
  'promisedLimit',
  'materials',
  'trips',
] as const;
export type CatalogueField = (typeof catalogueFields)[number];

/** Which column (from 0) holds which field; `header` is how many rows of the table come before the first item. */
export type ColumnMap = { header: number; columns: Partial<Record<CatalogueField, number>> };

/** Something to say about a cell: `code` names a sentence `catalogue.fault.*`; row and column as the sheet counts them. */
export type CellFault = { row: number; column: string; code: string; values: (string | number)[] };

/** What a table comes to under a column map: nothing of it is dropped without a fault that says so. */
export type CatalogueDraft = { items: CatalogueItem[]; faults: CellFault[]; leftOut: number };

/** Why a file is no table at all: `code` names a sentence `catalogue.refused.*`. */
export type TableRefusal = { code: string; values: (string | number)[] };

export type ReadTables =
  | { ok: true; tables: CatalogueTable[]; encoding?: string | undefined; faults: CellFault[] }
  | { ok: false; refusal: TableRefusal };

/** A column's letters: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
