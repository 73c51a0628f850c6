import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { randomToken } from './hash.ts';
import { limits } from './limits.ts';
import { sizeWords } from './read-body.ts';
import { Refusal } from './refusals.ts';

export type ObjectsFolder = Awaited<ReturnType<typeof openObjectsFolder>>;
/** What was spooled: its true name and size, and its first bytes. */
export type Spooled = { path: string; sha256: string; bytes: number; head: Buffer };
type Kind = 'objects' | 'reports';

/** Objects and report files: written to a spool file, synced, then renamed; a name never shows half a file. */
export async function openObjectsFolder(folder: string, spoolMs = limits.spoolMs) {
  const spoolFolder = join(folder, 'spool');
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(spoolFolder)) {
    const path = join(spoolFolder, name);
    const info = await stat(path).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs >= spoolMs) await rm(path, { force: true });
  }
  // `name` is always a parsed SHA-256, never a sender's path.
  const pathOf = (kind: Kind, name: string) => join(folder, kind, name.slice(0, 2), name);

  /** Writes a stream to a spool file; on any failure, a cut connection included, nothing is left. */
  async function spool(source: AsyncIterable<Uint8Array>, most: number): Promise<Spooled> {
    const path = join(spoolFolder, randomToken());
    const file = await open(path, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      let head = Buffer.alloc(0);
      let bytes = 0;
      for await (const part of source) {
        bytes += part.length;
        if (bytes > most) throw new Refusal('too-large', { detail: sizeWords(most) });
        if (head.length < 16) head = Buffer.concat([head, part.subarray(0, 16)]);
        hash.update(part);
        await file.writeFile(part);
      }
      await file.sync();
      await file.close();
      return { path, sha256: hash.digest('hex'), bytes, head };
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(path, { force: true });
      throw error;
    }
  }

  return {
    spool,
    discard: (spooled: Spooled) => rm(spooled.path, { force: true }),
    async keep(spooled: Spooled, kind: Kind, name: string): Promise<void> {
      const path = pathOf(kind, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(spooled.path, path);
      await syncFolder(dirname(path));
    },
    has: (kind: Kind, name: string) =>
      stat(pathOf(kind, name)).then(
        () => true,
        () => false,
      ),
    /** Opened before a word of the answer is sent: a lost file is a refusal, not half an answer. */
    async read(kind: Kind, name: string): Promise<Readable> {
      const file = await open(pathOf(kind, name)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new Refusal('not-found') : error;
      });
      return file.createReadStream();
    },
  };
}

/** Makes the rename itself survive a power cut; some systems cannot open a folder, and then there is no more to do. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
