import type { Alignment, Borders, Cell, Font, Worksheet } from 'exceljs';
import { cleanText } from './clean-text.ts';
import { faces, sizes } from './print-look.ts';
import { countLines, splitTall } from './split-tall.ts';

/** GB2312, which leads a machine without the named face to another Chinese one. */
const charset = 134;
export const font = (name: string, size: number, bold = false): Partial<Font> => ({
  name,
  size,
  bold,
  charset,
});

const thin = { style: 'thin' } as const;
export const box: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };

/** Points that a line of cell text takes, and columns of a sheet's width that a half-width character of it takes. */
export const linePoints = 16.5;
const columnsPerChar = 8 / 7;

/** Half-width characters of cell text that fit a column, its inner margin left out. */
export const capacityOf = (width: number): number => Math.max(2, Math.floor((width - 1.4) / columnsPerChar));

/**
 * Puts a text into a cell as text. `_x0041_` in a text would be read back as "A", so its underscore is written as the
 * escape it looks like.
 */
export function setText(
  cell: Cell,
  text: string,
  style: { font: Partial<Font>; alignment?: Partial<Alignment>; border?: Partial<Borders> },
): void {
  const clean = cleanText(text);
  if (clean) cell.value = clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  cell.numFmt = '@';
  cell.font = style.font;
  cell.alignment = { vertical: 'middle', wrapText: true, ...style.alignment };
  if (style.border) cell.border = style.border;
}

/** A heading and paragraphs below what the sheet holds, over its first three columns. */
export function putText(sheet: Worksheet, heading: string | undefined, paragraphs: readonly string[]): void {
  const capacity = capacityOf(100);
  const put = (text: string, face: string) => {
    const row = sheet.addRow([]);
    sheet.mergeCells(row.number, 1, row.number, 3);
    setText(row.getCell(1), text, { font: font(face, sizes.head), alignment: { horizontal: 'left' } });
    row.height = countLines(text, capacity) * linePoints + 6;
  };
  if (heading) put(heading, faces.head);
  for (const paragraph of paragraphs)
    for (const [text = ''] of splitTall([paragraph], [capacity], 18)) put(text, faces.body);
}
