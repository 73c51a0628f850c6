import type { CatalogueTable, CellFault, ReadTables } from '../model/catalogue-table.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { unpackedSize } from './zip-size.ts';

const mostBytes = 30_000_000;
/** An .xlsx of 10,000 items unpacks to some 10 MB. */
const mostUnpacked = 300_000_000;

/** Opens a catalogue's file, .xlsx or separated text in whatever encoding; a file that is no table is refused in words. */
export async function readTables(bytes: Uint8Array, fileName: string): Promise<ReadTables> {
  const refuse = (code: string, ...values: (string | number)[]): ReadTables => ({
    ok: false,
    refusal: { code, values },
  });
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > mostBytes) return refuse('tooLarge', mostBytes / 1_000_000);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('oldExcel');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse('pdf');
  if (startsWith(bytes, [0x50, 0x4b])) {
    const size = unpackedSize(bytes);
    if (size === undefined) return refuse('damaged');
    if (size > mostUnpacked) return refuse('tooLarge', mostBytes / 1_000_000);
    const tables = await readXlsx(bytes).catch(() => undefined);
    if (!tables) return refuse('damaged');
    return answer(tables, [], undefined, refuse);
  }
  const decoded = decodeText(bytes);
  if (!decoded) return refuse('noText');
  const { rows, unclosed } = parseCsv(decoded.text);
  const table: CatalogueTable = { name: fileName, firstRow: 1, rows: [] };
  for (const { row, cells } of rows) {
    // A quoted cell may hold line ends: the rows between are empty, so that numbers are those of the file.
    while (table.rows.length < row - 1) table.rows.push([]);
    table.rows.push(cells.map((text) => ({ text: text.trim() })));
  }
  const faults: CellFault[] =
    unclosed === undefined ? [] : [{ row: unclosed, column: '', code: 'quoteOpen', values: [] }];
  return answer([table], faults, decoded.encoding, refuse);
}

function answer(
  all: CatalogueTable[],
  faults: CellFault[],
  encoding: string | undefined,
  refuse: (code: string) => ReadTables,
): ReadTables {
  const tables = all.filter((table) => table.rows.some((row) => row.some((cell) => cell.text !== '')));
  if (tables.length === 0) return refuse('noRows');
  return { ok: true, tables, faults, encoding };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte);
