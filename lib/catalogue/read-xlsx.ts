import type { CellValue, Worksheet } from 'exceljs';
import type { CatalogueTable, Cell } from '../model/catalogue-table.ts';

/** Columns beyond these are no catalogue's, and a stray format would make a row thousands of cells long. */
const mostColumns = 120;
const mostRows = 60_100;

/**
 * The sheets of a workbook. Formulas are never computed: what the file holds as their last value is taken. A merged
 * area gives its value to each of its cells. The library is loaded only when a workbook is opened.
 */
export async function readXlsx(bytes: Uint8Array): Promise<CatalogueTable[]> {
  const loaded = await import('exceljs');
  const workbook = new (loaded.default ?? loaded).Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook.worksheets.filter((sheet) => sheet.state === 'visible').map(readSheet);
}

function readSheet(sheet: Worksheet): CatalogueTable {
  const rows: Cell[][] = [];
  const columns = Math.min(sheet.columnCount, mostColumns);
  for (let row = 1; row <= Math.min(sheet.rowCount, mostRows); row += 1) {
    const found = sheet.findRow(row);
    const cells: Cell[] = [];
    for (let column = 1; column <= columns; column += 1) cells.push(toCell(found?.findCell(column)?.value));
    rows.push(cells);
  }
  while (rows.at(-1)?.every((cell) => cell.text === '' && !cell.error)) rows.pop();
  return { name: sheet.name, firstRow: 1, rows };
}

function toCell(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: value.trim() };
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (typeof value === 'number') return { text: plainNumber(value), number: true };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) };
  if ('richText' in value)
    return {
      text: value.richText
        .map(({ text }) => text)
        .join('')
        .trim(),
    };
  if ('error' in value) return { text: '', error: String(value.error) };
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value;
    if (result === undefined || result === null) return { text: '', formula: true };
    return { ...toCell(result), formula: true };
  }
  if ('hyperlink' in value) {
    // The text may itself be rich; the address counts where the text is none.
    const text = toCell(value.text).text;
    return { text: /^https?:/i.test(value.hyperlink) && !/^https?:/i.test(text) ? value.hyperlink : text };
  }
  return { text: String(value) };
}

/** Whole numbers without an exponent. */
const plainNumber = (value: number) => (Number.isInteger(value) ? BigInt(value).toString() : String(value));
