/** `row` is the line of the file on which the row begins, from 1. */
export type CsvRow = { row: number; cells: string[] };
export type ParsedCsv = { rows: CsvRow[]; separator: string; unclosed?: number | undefined };

const separators = [',', '\t', ';', '，'];

/** Reads separated values (RFC 4180, and tabs or semicolons too); empty lines are left out, a quote left open is told. */
export function parseCsv(text: string, separator = separatorOf(text)): ParsedCsv {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let began = 1;
  let quotedAt: number | undefined;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ row: began, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '\n') line += 1;
    if (quotedAt !== undefined) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quotedAt = undefined;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quotedAt = line;
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      endRow();
      began = line;
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return { rows, separator, unclosed: quotedAt };
}

/** The separator that stands most often in the first lines, outside of quotes. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 10)
    .join('\n');
  const count = (separator: string) => head.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}
