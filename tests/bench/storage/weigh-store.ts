import type { Page } from '@playwright/test';

export type StoreWeight = {
  /** Bytes of the objects, by what they hold; of rows as JSON where they are not bytes already, by table. */
  objects: { replay: number; screenshots: number; assets: number; other: number };
  rows: Record<string, number>;
  /** Bytes of the assets by kind: the plain stream holds style text itself, but no fonts and pictures. */
  assetKinds: Record<string, number>;
};

/**
 * What one session takes in the extension's database, measured by its own page on the rows as they lie there: a byte
 * array counts its length, all else the UTF-8 bytes of its JSON. Objects are told apart by the table that names them.
 */
export async function weighStore(extensionPage: Page, sessionId: string): Promise<StoreWeight> {
  return extensionPage.evaluate(async (session) => {
    type Row = Record<string, unknown>;
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('zouyibian'));
    const tables = [...database.objectStoreNames];
    const transaction = database.transaction(tables);
    const all = new Map<string, Row[]>();
    for (const table of tables)
      all.set(table, (await asked(transaction.objectStore(table).getAll())) as Row[]);
    database.close();
    const of = (table: string) =>
      (all.get(table) ?? []).filter((row) => (table === 'sessions' ? row.id : row.sessionId) === session);

    const encoder = new TextEncoder();
    const weigh = (row: Row) => {
      let bytes = 0;
      const text = JSON.stringify(row, (_, value: unknown) => {
        if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) bytes += value.byteLength;
        else if (value instanceof Blob) bytes += value.size;
        else return value;
        return undefined;
      });
      return { bytes, text: encoder.encode(text).length };
    };
    // Rows of a closed session may lie together in one gzipped row, by table.
    const packed: Record<string, Row[]> = {};
    for (const { data } of of('packed')) {
      const plain = new Blob([data as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
      Object.assign(packed, await new Response(plain).json());
    }
    const named = (table: string) =>
      new Set(JSON.stringify([of(table), packed[table]]).match(/(?<=")[0-9a-f]{64}(?=")/g) ?? []);
    const replay = new Set([...of('chunks'), ...(packed.chunks ?? [])].map((row) => row.object));
    const screenshots = named('screenshots');
    // A closed session's own list of them.
    const listed = of('sessions').flatMap((row) => (row.assets ?? []) as { object?: string; kind: string }[]);
    const assets = new Map(listed.flatMap(({ object, kind }) => (object ? [[object, kind] as const] : [])));
    if (assets.size === 0) throw new Error('no asset is listed: they would be weighed as something else');
    if (replay.size === 0) throw new Error('no replay chunk is stored: nothing was measured');

    const objects = { replay: 0, screenshots: 0, assets: 0, other: 0 };
    const rows: Record<string, number> = {};
    const assetKinds: Record<string, number> = {};
    const add = (table: string, bytes: number) => {
      rows[table] = (rows[table] ?? 0) + bytes;
    };
    const used = new Set(of('objectUses').map((row) => row.object));
    for (const row of (all.get('objects') ?? []).filter(({ object }) => used.has(object))) {
      const name = row.object as string;
      const kind = replay.has(name)
        ? 'replay'
        : screenshots.has(name)
          ? 'screenshots'
          : assets.has(name)
            ? 'assets'
            : 'other';
      const { bytes, text } = weigh(row);
      objects[kind] += bytes;
      const assetKind = assets.get(name) ?? '';
      if (kind === 'assets') assetKinds[assetKind] = (assetKinds[assetKind] ?? 0) + bytes;
      add('objects', text);
    }
    for (const table of tables.filter((each) => each !== 'objects'))
      for (const row of of(table)) {
        const { bytes, text } = weigh(row);
        add(table, bytes + text);
      }
    return { objects, rows, assetKinds };
  }, sessionId);
}
