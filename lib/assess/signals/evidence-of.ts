import type { SignalEvidence } from '../../model/signal.ts';

type Row = { id: string; at: number; tab?: number | undefined };

/** The longest text of evidence; models keep short texts to 300. */
const longest = 200;

/** Evidence that is one row of the report; `refs` names further rows that belong to it. */
export function evidenceOf(
  row: Row,
  more: { to?: number; text?: string; refs?: readonly string[] } = {},
): SignalEvidence {
  const { to, text = '', refs = [] } = more;
  return {
    at: row.at,
    ...(to !== undefined ? { to } : {}),
    ...(row.tab !== undefined ? { tab: row.tab } : {}),
    refs: [row.id, ...refs],
    text: text.slice(0, longest),
  };
}

/** Rows by their moment, the list itself left alone. */
export function byTime<T extends { at: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.at - b.at);
}

/** Groups of rows under the same key, in the order in which the keys first occur. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
