/** Columns a terminal gives a text: Chinese characters take two. */
function width(text: string): number {
  let sum = 0;
  for (const sign of text) sum += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return sum;
}

/** A table as text: first column to the left, the others to the right, a line under the head. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(width(name), ...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    widths
      .map((wide, column) => {
        const cell = cells[column] ?? '';
        const blank = ' '.repeat(Math.max(0, wide - width(cell)));
        return column === 0 ? cell + blank : blank + cell;
      })
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((wide) => '-'.repeat(wide)).join('  '), ...rows.map(line)].join('\n');
}

/** Prints a titled table, for people. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  process.stdout.write(`\n${title}\n${formatTable(head, rows)}\n`);
}

/** One line of progress to the side, so that the figures stand alone on standard output. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
