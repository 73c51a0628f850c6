import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toAscii } from '../../../scripts/ascii-chunks.ts';

/**
 * A peer's script as the content script of an extension of its own: run where ours runs, in an isolated world, read anew
 * by every process of a page, in the same documents as `injectPeer` reaches. Gives the folder and how to take it away.
 */
export async function packAsExtension(
  script: string,
  sinkOrigin: string,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zyb-peer-'));
  const manifest = {
    manifest_version: 3,
    name: 'peer',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [
      { matches: ['http://*/*', 'https://*/*'], js: ['peer.js'], all_frames: true, run_at: 'document_start' },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), '');
  const origin = `const zybSinkOrigin = ${JSON.stringify(sinkOrigin)};`;
  await writeFile(join(folder, 'peer.js'), `${unlessReachedFromAbove}{${origin}${toAscii(script)}}`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const unlessReachedFromAbove = `let above = null;
try { above = window === window.top ? null : window.frameElement } catch {}
if (!above) `;
