import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';

/** The rows of a workbook's sheet as a parser that is not the writer's reads them; empty cells are ''. */
export async function readXlsxRows(bytes: Uint8Array, sheet: string | number = 1): Promise<string[][]> {
  const rows = await readSheet(Buffer.from(bytes), sheet, { trim: false });
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

/** The same of the tables of a document: table, row, cell; paragraphs and breaks of a cell are lines. */
export async function readDocxTables(
  bytes: Uint8Array,
): Promise<{ paragraphs: string[]; tables: string[][][] }> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { ignoreEmptyParagraphs: false },
  );
  const tables = [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell)),
    ),
  );
  const paragraphs = [...html.replace(/<table>.*?<\/table>/gs, '').matchAll(/<p>(.*?)<\/p>/gs)];
  return { paragraphs: paragraphs.map(([, words = '']) => plain(words)), tables };
}

function plain(html: string): string {
  return html
    .replace(/<\/p><p>|<br \/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** One file of an Office package as text. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`no ${name} in the package`);
  return strFromU8(part);
}

/** All XML parts of an Office package, joined. */
export function allParts(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n');
}

/** The rows below the line that begins with 序号, as the form's own table has them. */
export function tableBelowHead(rows: string[][]): string[][] {
  const head = rows.findIndex(([first]) => first === '序号');
  if (head < 0) throw new Error('no line begins with 序号');
  return rows.slice(head + 1);
}
