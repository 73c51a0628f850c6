import type { FileChild } from 'docx';
import type { FormBlock, OfficialForm } from '../../model/official-form.ts';
import { cleanText } from './clean-text.ts';
import { gridOf } from './docx-grid.ts';
import { headPlain, headTable, tableOf } from './docx-table.ts';
import { type DocxTools, docxTools } from './docx-tools.ts';
import type { ReadPicture } from './picture.ts';
import { faces, insideMark, paper, sizes } from './print-look.ts';
import { stripTable, withStripTables } from './strip-table.ts';

/** The form as a Word document, A4: tables with their titles on every page, text as official papers set it. */
export async function writeDocx(
  asked: OfficialForm,
  readPicture: ReadPicture,
): Promise<Uint8Array<ArrayBuffer>> {
  const form = { ...asked, blocks: withStripTables(asked.blocks) };
  const tools = await docxTools();
  const { docx, paragraph, mm } = tools;
  const children: FileChild[] = [];
  const putTitle = (again: boolean) => {
    const look = { face: faces.title, size: sizes.title, bold: true, align: 'center', after: 10 } as const;
    const annex = { face: faces.head, size: 14, pageBefore: again };
    if (form.annex) children.push(paragraph(form.annex, annex));
    children.push(paragraph(form.title, { ...look, pageBefore: again && !form.annex }));
  };
  putTitle(false);
  const [only] = form.blocks;
  const asTable = form.blocks.length === 1 && only?.what === 'table';
  if (asTable) children.push(headTable(tools, form, only));
  else {
    children.push(headPlain(tools, form));
    for (const [n, block] of form.blocks.entries()) {
      // A person's paper is whole by itself.
      if (block.what === 'grid' && n > 0) {
        putTitle(true);
        children.push(headPlain(tools, form));
      }
      children.push(...(await blockOf(tools, form, block, readPicture)));
    }
  }
  const mark = new docx.Header({ children: [paragraph(insideMark, { face: faces.head, size: 12 })] });
  const margin = mm(form.landscape ? paper.margin : 25);
  const document = new docx.Document({
    title: cleanText(form.title).replaceAll('\n', ''),
    creator: cleanText(form.head[0]),
    styles: { default: { document: { run: { font: tools.fontOf(faces.body), size: sizes.cell * 2 } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: mm(paper.short),
              height: mm(paper.long),
              orientation: docx.PageOrientation[form.landscape ? 'LANDSCAPE' : 'PORTRAIT'],
            },
            margin: {
              left: margin,
              right: margin,
              top: mm(paper.top + 2),
              bottom: mm(paper.bottom),
              header: mm(10),
            },
          },
        },
        headers: { default: mark },
        children,
      },
    ],
  });
  return Uint8Array.from(new Uint8Array(await docx.Packer.toArrayBuffer(document)));
}

/** Papers to be read, set in the size of official letters. */
const paperKinds: ReadonlySet<string> = new Set(['phase-summary', 'work-report']);

/** A bar is drawn with a letter, so that it prints wherever text does. */
const bar = '▇';

async function blockOf(
  tools: DocxTools,
  form: OfficialForm,
  block: FormBlock,
  readPicture: ReadPicture,
): Promise<FileChild[]> {
  const { docx, paragraph, runs } = tools;
  const heading = (text: string | undefined) =>
    text ? [paragraph(text, { face: faces.head, size: 15, before: 10, after: 4, keepNext: true })] : [];
  switch (block.what) {
    case 'table':
      return [...heading(block.heading), tableOf(tools, form, block)];
    case 'text':
      return [
        ...heading(block.heading),
        ...block.paragraphs.map((text) =>
          paragraph(text, { size: paperKinds.has(form.kind) ? sizes.body : sizes.cell, indent: true }),
        ),
      ];
    case 'bars': {
      const most = Math.max(1, ...block.bars.map(({ value }) => value));
      const columns = [
        { title: '类别', width: 24 },
        { title: '', width: 56 },
        { title: '数量', width: 12, align: 'center' as const },
      ];
      const rows = block.bars.map(({ label, value }) => [
        label,
        value > 0 ? bar.repeat(Math.max(1, Math.round((value / most) * 22))) : '',
        String(value),
      ]);
      return [...heading(block.heading), tableOf(tools, form, { what: 'table', sheet: '', columns, rows })];
    }
    case 'grid':
      return [...heading(block.heading), ...gridOf(tools, form, block)];
    case 'strip':
      return blockOf(tools, form, stripTable(block), readPicture);
    case 'pictures': {
      const pictures: FileChild[] = [];
      for (const { object, width, height, caption, shapes } of block.pictures) {
        const picture = await readPicture(object, shapes);
        const scale = Math.min(1, 560 / width, 360 / height);
        if (picture)
          pictures.push(
            new docx.Paragraph({
              alignment: 'center',
              keepNext: true,
              spacing: { before: 120 },
              children: [
                new docx.ImageRun({
                  type: picture.type,
                  data: picture.bytes,
                  transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
                }),
              ],
            }),
          );
        const words = picture ? caption : `${caption}（图片无法读取）`;
        pictures.push(
          new docx.Paragraph({
            alignment: 'center',
            spacing: { after: 120 },
            children: runs(words, { size: 11 }),
          }),
        );
      }
      return [...heading(block.heading), ...pictures];
    }
  }
}
