import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { ObjectsFolder } from './objects-folder.ts';

/** Keeps a report's JSON exactly as it was sent, gzipped, under the hash of the JSON. */
export async function keepReportFile(folder: ObjectsFolder, hash: string, json: Buffer): Promise<void> {
  const gzip = Readable.from([json]).pipe(createGzip({ level: 6 }));
  const spooled = await folder.spool(gzip, Number.POSITIVE_INFINITY);
  await folder.keep(spooled, 'reports', hash);
}

/** The JSON again, byte by byte as it was sent. */
export async function readReportFile(folder: ObjectsFolder, hash: string): Promise<Readable> {
  const file = await folder.read('reports', hash);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}
