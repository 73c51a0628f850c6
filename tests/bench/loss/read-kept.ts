import type { Page } from '@playwright/test';

export type Kept = {
  /** `stream:seq` of every batch that lies in the database. */
  batches: string[];
  /** Numbers the ticking page showed, as the replay has them, with the moments of their events; in order. */
  ticks: { n: number; at: number }[];
};

/** Reads the batches of one session straight from the extension's database, from a page of it. */
export async function readKept(reader: Page, sessionId: string): Promise<Kept> {
  const rows = await reader.evaluate(async (of) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zouyibian');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = await new Promise<{ sessionId: string; stream: string; seq: number; data: Uint8Array }[]>(
      (resolve, reject) => {
        const request = db.transaction('batches').objectStore('batches').getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      },
    );
    db.close();
    const gunzip = (data: Uint8Array) =>
      new Response(new Blob([data as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    return Promise.all(
      all
        .filter((row) => row.sessionId === of)
        .map(async ({ stream, seq, data }) => ({ stream, seq, json: await gunzip(data) })),
    );
  }, sessionId);
  const ticks = rows.flatMap(({ json }) =>
    (JSON.parse(json) as { timestamp: number }[]).flatMap((event) => {
      const shown = /tick (\d+)/.exec(JSON.stringify(event))?.[1];
      return shown === undefined ? [] : [{ n: Number(shown), at: event.timestamp }];
    }),
  );
  return {
    batches: rows.map(({ stream, seq }) => `${stream}:${seq}`),
    ticks: ticks.sort((a, b) => a.at - b.at),
  };
}

/** Names of the batches that lie there now; quick, for the moment before a kill. */
export function readBatchKeys(reader: Page): Promise<string[]> {
  return reader.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zouyibian');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = db.transaction('batches').objectStore('batches').getAllKeys();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return keys.map((key) => (key as [string, number]).join(':'));
  });
}
