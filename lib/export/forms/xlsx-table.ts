import type { Worksheet } from 'exceljs';
import type { FormCell, FormColumn, FormTable, OfficialForm } from '../../model/official-form.ts';
import { hasHead, headSpans, shownRows } from './cell-text.ts';
import { faces, insideMark, sizes } from './print-look.ts';
import { countLines, splitTall } from './split-tall.ts';
import { box, capacityOf, font, linePoints, setText } from './xlsx-text.ts';

/** A row taller than this leaves half a page empty before it; Excel's own end is 409 points. */
const mostLines = 18;

/** Puts a table on its sheet, below what is there; the first one brings annex, title and head, and sets the widths. */
export function fillTable(sheet: Worksheet, form: OfficialForm, table: FormTable, first: boolean): void {
  const { columns } = table;
  if (first) {
    columns.forEach(({ width }, n) => {
      sheet.getColumn(n + 1).width = width;
    });
    putHead(sheet, form, columns);
  }
  if (table.heading) {
    const row = sheet.addRow([]);
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    setText(row.getCell(1), table.heading, { font: font(faces.head, 14), alignment: { horizontal: 'left' } });
    row.height = 26;
  }
  if (hasHead(table)) {
    putTitles(sheet, columns);
    if (first) {
      const last = sheet.rowCount;
      sheet.views = [{ state: 'frozen', ySplit: last }];
      sheet.pageSetup.printTitlesRow = `3:${last}`;
    }
  }
  for (const row of shownRows(table)) putRow(sheet, columns, row);
}

/** Annex and mark, title, then the three parts: unit, person, day. */
export function putHead(sheet: Worksheet, form: OfficialForm, columns: readonly FormColumn[]): void {
  const count = columns.length;
  const top = sheet.addRow([]);
  if (form.annex)
    setText(top.getCell(1), form.annex, { font: font(faces.head, 14), alignment: { wrapText: false } });
  setText(top.getCell(count), insideMark, {
    font: font(faces.head, sizes.head),
    alignment: { horizontal: 'right', wrapText: false },
  });
  top.height = 22;
  const title = sheet.addRow([]);
  if (count > 1) sheet.mergeCells(title.number, 1, title.number, count);
  setText(title.getCell(1), form.title, {
    font: font(faces.title, sizes.title, true),
    alignment: { horizontal: 'center' },
  });
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  title.height = 36 * countLines(form.title, Math.max(8, (width * sizes.cell) / sizes.title / 1.15));
  const head = sheet.addRow([]);
  let from = 1;
  let lines = 1;
  headSpans(columns, form.headSpans).forEach((span, n) => {
    if (span === 0) return;
    if (span > 1) sheet.mergeCells(head.number, from, head.number, from + span - 1);
    const text = form.head[n] ?? '';
    const alignment = n === 2 ? { horizontal: 'right' as const } : { horizontal: 'left' as const };
    setText(head.getCell(from), text, { font: font(faces.body, sizes.head), alignment });
    const room = columns.slice(from - 1, from - 1 + span).reduce((sum, column) => sum + column.width, 0);
    lines = Math.max(lines, countLines(text, capacityOf(room)));
    from += span;
  });
  head.height = Math.max(24, lines * linePoints + 6);
}

function putTitles(sheet: Worksheet, columns: readonly FormColumn[]): void {
  const row = sheet.addRow([]);
  columns.forEach(({ title }, n) =>
    setText(row.getCell(n + 1), title, {
      font: font(faces.head, sizes.head),
      alignment: { horizontal: 'center' },
      border: box,
    }),
  );
  const lines = columns.map(({ title, width }) => countLines(title, capacityOf(width)));
  row.height = Math.max(30, Math.max(...lines) * linePoints + 8);
}

/** One row, or several that look like one where it is too tall. */
function putRow(sheet: Worksheet, columns: readonly FormColumn[], cells: readonly FormCell[]): void {
  const capacities = columns.map(({ width }) => capacityOf(width));
  const parts = splitTall(cells, capacities, mostLines);
  parts.forEach((texts, part) => {
    const row = sheet.addRow([]);
    columns.forEach((column, n) => {
      const cell = row.getCell(n + 1);
      const text = texts[n] ?? '';
      const open = {
        ...box,
        ...(part > 0 ? { top: undefined } : {}),
        ...(part < parts.length - 1 ? { bottom: undefined } : {}),
      };
      const horizontal = column.align ?? ('left' as const);
      // Numbered entries of a row begin at one height, so that a number's measure stands beside its problem.
      const numbered = parts.length > 1 || (typeof cells[n] !== 'string' && (cells[n]?.length ?? 0) > 1);
      const vertical = numbered ? ('top' as const) : ('middle' as const);
      setText(cell, text, {
        font: font(faces.body, sizes.cell),
        alignment: { horizontal, vertical },
        border: open,
      });
      if (column.number && /^\d{1,9}$/.test(text)) {
        cell.value = Number(text);
        cell.numFmt = '0';
      }
    });
    const lines = texts.map((text, n) => countLines(text, capacities[n] ?? 2));
    row.height = Math.max(24, Math.max(1, ...lines) * linePoints + 6);
  });
}
