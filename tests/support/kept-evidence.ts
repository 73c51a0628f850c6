import type { Page } from '@playwright/test';
import { readTable } from './scripted-walk.ts';

type Row = Record<string, unknown>;

/** Rows of a table that belong to one session. */
export async function rowsOf(extensionPage: Page, table: string, sessionId: string): Promise<Row[]> {
  const key = table === 'sessions' ? 'id' : 'sessionId';
  return (await readTable(extensionPage, table)).filter((row) => row[key] === sessionId);
}

/** Numbers missing from 0 up in each stream's batches (`seq`) or chunks (`n`): `stream:number`. */
export function holesIn(rows: Row[], number: 'seq' | 'n'): string[] {
  const streams = new Map<string, number[]>();
  for (const row of rows)
    streams.set(String(row.stream), [...(streams.get(String(row.stream)) ?? []), Number(row[number])]);
  return [...streams].flatMap(([stream, numbers]) => {
    const most = Math.max(...numbers);
    return Array.from({ length: most + 1 }, (_, at) => at)
      .filter((at) => !numbers.includes(at))
      .map((at) => `${stream}:${at}`);
  });
}

/** The last moment of anything kept of a session. */
export async function lastKeptMoment(extensionPage: Page, sessionId: string): Promise<number> {
  let last = 0;
  const byMoment = ['visits', 'actions', 'incidents', 'screenshots', 'painPoints', 'fields', 'sightings'];
  for (const table of [...byMoment, 'waits', 'requests', 'streams', 'batches', 'chunks']) {
    for (const row of await rowsOf(extensionPage, table, sessionId))
      last = Math.max(
        last,
        Number(row.to ?? row.at ?? row.startedAt) + Number(table === 'requests' && row.duration),
      );
  }
  return last;
}
