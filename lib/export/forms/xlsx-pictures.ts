import type { Workbook, Worksheet } from 'exceljs';
import type { FormBlock } from '../../model/official-form.ts';
import type { ReadPicture } from './picture.ts';
import { faces, insideMark, sizes } from './print-look.ts';
import { font, setText } from './xlsx-text.ts';

/** Pixels a picture takes at most on its sheet. */
const most = { width: 640, height: 420 };

/** A picture and below it its caption, one after the other; a picture that cannot be had leaves its caption. */
export async function writePictures(
  book: Workbook,
  sheet: Worksheet,
  { pictures }: Extract<FormBlock, { what: 'pictures' }>,
  readPicture: ReadPicture,
): Promise<void> {
  sheet.getColumn(1).width = 95;
  setText(sheet.addRow([]).getCell(1), insideMark, {
    font: font(faces.head, sizes.head),
    alignment: { horizontal: 'right' },
  });
  for (const { object, width, height, caption, shapes } of pictures) {
    const picture = await readPicture(object, shapes);
    if (picture) {
      const scale = Math.min(1, most.width / width, most.height / height);
      const row = sheet.addRow([]);
      row.height = height * scale * 0.75 + 8;
      const buffer = picture.bytes as unknown as ArrayBuffer & Buffer;
      const id = book.addImage({ buffer, extension: picture.type === 'jpg' ? 'jpeg' : 'png' });
      sheet.addImage(id, {
        tl: { col: 0, row: row.number - 1 },
        ext: { width: width * scale, height: height * scale },
      });
    }
    const row = sheet.addRow([]);
    setText(row.getCell(1), picture ? caption : `${caption}（图片无法读取）`, {
      font: font(faces.body, sizes.cell),
    });
    row.height = 36;
  }
}
