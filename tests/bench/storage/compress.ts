import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';

/** Bytes after `gzip -9`. */
export const gzipSize = (text: string) => gzipSync(text, { level: 9 }).length;

/** Bytes after `xz -9`; throws when the program is not there. */
export function xzSize(text: string): number {
  const { status, stdout, error, stderr } = spawnSync('xz', ['-9', '-c'], {
    input: text,
    maxBuffer: 1 << 30,
  });
  if (error) throw new Error(`the storage bench needs the program xz (package xz-utils): ${error.message}`);
  if (status !== 0) throw new Error(`xz failed: ${stderr.toString()}`);
  return stdout.length;
}
