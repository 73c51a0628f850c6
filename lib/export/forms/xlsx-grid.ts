import type { Worksheet } from 'exceljs';
import type { FormGrid, OfficialForm } from '../../model/official-form.ts';
import { faces, sizes } from './print-look.ts';
import { countLines } from './split-tall.ts';
import { putHead } from './xlsx-table.ts';
import { box, capacityOf, font, linePoints, setText } from './xlsx-text.ts';

/** Puts a paper form on a sheet of its own: annex, title, head, its cells, and what is said below them. */
export function fillGrid(sheet: Worksheet, form: OfficialForm, grid: FormGrid): void {
  const { widths, rows, notes } = grid;
  widths.forEach((width, n) => {
    sheet.getColumn(n + 1).width = width;
  });
  putHead(
    sheet,
    form,
    widths.map((width) => ({ title: '', width })),
  );
  const first = sheet.rowCount + 1;
  /** Columns that a cell from above still takes: until which row. */
  const taken = widths.map(() => 0);
  rows.forEach(({ cells, lines }, r) => {
    const at = first + r;
    const row = sheet.getRow(at);
    let height = lines;
    let column = 0;
    for (const { text, span = 1, down = 1, label = false, align } of cells) {
      while ((taken[column] ?? 0) > at) column += 1;
      const last = column + span - 1;
      for (let y = at; y < at + down; y += 1)
        for (let x = column; x <= last; x += 1) sheet.getCell(y, x + 1).border = box;
      if (span > 1 || down > 1) sheet.mergeCells(at, column + 1, at + down - 1, last + 1);
      setText(sheet.getCell(at, column + 1), text, {
        font: font(label ? faces.head : faces.body, sizes.cell),
        alignment: {
          horizontal: align ?? (label ? 'center' : 'left'),
          vertical: align === 'right' ? 'bottom' : 'middle',
        },
        border: box,
      });
      const room = widths.slice(column, last + 1).reduce((sum, width) => sum + width, 0);
      if (down === 1) height = Math.max(height, countLines(text, capacityOf(room)));
      for (let x = column; x <= last; x += 1) taken[x] = at + down;
      column = last + 1;
    }
    row.height = height * linePoints + 6;
  });
  const room = capacityOf(widths.reduce((sum, width) => sum + width, 0));
  for (const note of notes) {
    const row = sheet.addRow([]);
    sheet.mergeCells(row.number, 1, row.number, widths.length);
    setText(row.getCell(1), note, {
      font: font(faces.body, sizes.small),
      alignment: { horizontal: 'left' },
    });
    row.height = countLines(note, room) * linePoints + 6;
  }
}
