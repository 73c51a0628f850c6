import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLogFile } from './leveldb/read-log.ts';
import { readTableFile } from './leveldb/read-table.ts';
import { type Opened, openBytes } from './opened-bytes.ts';

/** Every file below a folder, opened: raw, and decompressed where it is compressed. */
export async function openFolder(folder: string): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    opened.push(...openBytes(path, bytes));
    if (/\.ldb$/.test(path)) opened.push(...readTableFile(bytes).flatMap((each) => openBytes(path, each)));
    if (/\.leveldb\/\d+\.log$|Settings\/.*\d+\.log$/.test(path))
      opened.push(...readLogFile(bytes).flatMap((each) => openBytes(path, each)));
  }
  return opened;
}

/** What the extension keeps in a profile on disk: its IndexedDB with its blobs, and its own storage. */
export async function openExtensionFiles(profile: string): Promise<Opened[]> {
  const all: Opened[] = [];
  for (const folder of ['IndexedDB', 'Local Extension Settings', 'Extension State', 'Extension Scripts'])
    all.push(...(await openFolder(join(profile, 'Default', folder)).catch(() => [])));
  return all;
}
