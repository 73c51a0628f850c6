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

/**
 * The separator that parts the first lines most alike, outside of quotes: lines that have it, and those among them that
 * have it equally often, tell it; where two tell as much, the one that stands more often.
 */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/(^|[,\t;，\n])[^\S\n\t]*"(?:[^"]|"")*"/g, '$1')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 10);
  const rated = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    const alike = Math.max(0, ...counts.map((count) => counts.filter((each) => each === count).length));
    return { separator, regular: counts.length + alike, total: counts.reduce((sum, each) => sum + each, 0) };
  });
  return rated.reduce((best, each) =>
    each.regular > best.regular || (each.regular === best.regular && each.total > best.total) ? each : best,
  ).separator;
}
