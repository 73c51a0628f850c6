/** What a spreadsheet would run as a formula when it stands first in a cell, also behind spaces; a tab before digits alone keeps them text. */
const formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^(?!\t\d+$)[\t\r\n]/;

/** One cell as text that no spreadsheet runs: what looks like a formula gets an apostrophe before it. */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\n\r\t;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as separated values with a byte order mark, so that office programs read them as UTF-8. */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
