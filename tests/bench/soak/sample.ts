import type { Page } from '@playwright/test';
import { readMemory } from '../support/read-memory.ts';
import type { BenchBrowser } from '../support/start-chromium.ts';
import { workerHeap } from './read-worker.ts';

export type Sample = {
  /** Where in the walk: figures of one place alone may be compared. */
  place: string;
  /** Since the soak began. */
  minutes: number;
  pageHeapMB: number;
  workerHeapMB: number;
  nodes: number;
  listeners: number;
  /** Bytes of all rows of the database: what the disk holds beyond them is the browser's affair. */
  databaseMB: number;
};

/** Memory of the walked page, of the background's worker and of the database, as they are now. */
export async function takeSample(
  browser: BenchBrowser,
  at: { place: string; page: Page; extensionPage: Page; began: number },
): Promise<Sample> {
  const { heapMB, nodes, listeners } = await readMemory(at.page);
  return {
    place: at.place,
    minutes: (Date.now() - at.began) / 60_000,
    pageHeapMB: heapMB,
    workerHeapMB: await workerHeap(browser),
    nodes,
    listeners,
    databaseMB: (await databaseBytes(at.extensionPage)) / 1e6,
  };
}

async function databaseBytes(extensionPage: Page): Promise<number> {
  return extensionPage.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('zouyibian'));
    let sum = 0;
    for (const table of database.objectStoreNames) {
      const rows: unknown[] = await asked(database.transaction(table).objectStore(table).getAll());
      const text = JSON.stringify(rows, (_, value: unknown) => {
        if (ArrayBuffer.isView(value)) sum += value.byteLength;
        return ArrayBuffer.isView(value) ? undefined : value;
      });
      sum += new Blob([text]).size;
    }
    database.close();
    return sum;
  });
}
