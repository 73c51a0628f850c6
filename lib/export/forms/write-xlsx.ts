import type { Workbook, Worksheet } from 'exceljs';
import type { FormTable, OfficialForm } from '../../model/official-form.ts';
import { cleanText } from './clean-text.ts';
import type { ReadPicture } from './picture.ts';
import { insideMark, paper } from './print-look.ts';
import { withStripTables } from './strip-table.ts';
import { fillGrid } from './xlsx-grid.ts';
import { writePictures } from './xlsx-pictures.ts';
import { fillTable } from './xlsx-table.ts';
import { putText } from './xlsx-text.ts';

const inches = (mm: number) => mm / 25.4;

/**
 * The form as a workbook ready to print: A4, one page wide, head and column titles on every page. Every text is a
 * string cell of text format: nothing in it is ever a formula, not even after somebody has edited the cell.
 */
export async function writeXlsx(
  asked: OfficialForm,
  readPicture: ReadPicture,
): Promise<Uint8Array<ArrayBuffer>> {
  const form = { ...asked, blocks: withStripTables(asked.blocks) };
  const book = await newBook();
  book.title = cleanText(form.title).replaceAll('\n', '');
  book.company = cleanText(form.head[0]);
  const fillTables = () => {
    for (const [name, tables] of sheetsOf(form)) {
      const sheet = addSheet(book, name, form);
      tables.forEach((table, n) => fillTable(sheet, form, table, n === 0));
    }
  };
  // A paper begins with its words, a list with its rows.
  const wordsFirst = form.blocks[0]?.what === 'text';
  if (!wordsFirst) fillTables();
  for (const block of form.blocks)
    if (block.what === 'grid') fillGrid(addSheet(book, block.sheet, form), form, block);
  fillWords(book, form);
  if (wordsFirst) fillTables();
  for (const block of form.blocks)
    if (block.what === 'pictures')
      await writePictures(book, addSheet(book, block.heading, form), block, readPicture);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Paragraphs and counts stand together on a sheet of their own. */
function fillWords(book: Workbook, form: OfficialForm): void {
  if (!form.blocks.some(({ what }) => what === 'text' || what === 'bars')) return;
  const sheet = addSheet(book, '文字', form);
  const columns = [30, 40, 30].map((width) => ({ title: '', width }));
  fillTable(sheet, form, { what: 'table', sheet: '文字', columns, rows: [] }, true);
  for (const block of form.blocks) {
    if (block.what === 'text') putText(sheet, block.heading, block.paragraphs);
    if (block.what === 'bars') {
      const rows = block.bars.map(({ label, value }) => [label, String(value)]);
      fillTable(sheet, form, { ...barTable, heading: block.heading, rows }, false);
    }
  }
}

const barTable: FormTable = {
  what: 'table',
  sheet: '',
  columns: [
    { title: '类别', width: 30, align: 'center' },
    { title: '数量', width: 40, align: 'center', number: true },
  ],
  rows: [],
};

/** ExcelJS weighs more than the page that asks for it: loaded when somebody exports. */
async function newBook(): Promise<Workbook> {
  const loaded = await import('exceljs');
  return new (loaded.default ?? loaded).Workbook();
}

function sheetsOf({ blocks }: OfficialForm): Map<string, FormTable[]> {
  const sheets = new Map<string, FormTable[]>();
  for (const block of blocks)
    if (block.what === 'table') sheets.set(block.sheet, [...(sheets.get(block.sheet) ?? []), block]);
  return sheets;
}

/** Excel refuses names over 31 characters, seven characters, and two sheets of one name. */
function addSheet(book: Workbook, name: string, form: OfficialForm): Worksheet {
  const plain =
    cleanText(name)
      .replace(/[\\/*?:[\]\n]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 28) || '表';
  let free = plain;
  for (let n = 2; book.getWorksheet(free); n += 1) free = `${plain}${n}`;
  return book.addWorksheet(free, {
    pageSetup: {
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- A4, whose enum is ambient: no name at run time
      paperSize: 9,
      orientation: form.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        left: inches(paper.margin),
        right: inches(paper.margin),
        top: inches(paper.top),
        bottom: inches(paper.bottom),
        header: inches(9),
        footer: inches(7),
      },
    },
    // The first page says it beside the annex.
    headerFooter: { differentFirst: true, firstHeader: '', oddHeader: `&L&"黑体,Regular"&12${insideMark}` },
  });
}
