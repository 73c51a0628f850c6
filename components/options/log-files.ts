import type { ProcessingEntry } from '../../lib/model/processing-entry.ts';

const columns = ['at', 'kind', 'sessionId', 'unit', 'name', 'detail'] as const;

/** A cell that a spreadsheet reads as text: quoted, and what would begin a formula set apart. */
const cell = (value: string) =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** The log as CSV with a byte order mark, one entry a line, moments as ISO 8601. */
export function logAsCsv(entries: readonly ProcessingEntry[]): string {
  const lines = entries.map(({ at, kind, sessionId = '', by, detail }) =>
    [new Date(at).toISOString(), kind, sessionId, by.unit, by.name, detail].map(cell).join(','),
  );
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** The log as JSON, as it is kept. */
export const logAsJson = (entries: readonly ProcessingEntry[]): string =>
  `${JSON.stringify({ schema: 'zouyibian/processing-log', version: 1, entries }, null, 2)}\n`;
