import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';

/**
 * A real Chromium 103, the oldest that can be had and one above the oldest that is supported. It has no extensions: what
 * runs in pages and on the review desk can be tried in it, the background cannot. Playwright’s own checks of what is
 * visible need a newer one; pages are asked by `evaluate`.
 */
export async function openOldChromium(): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'zyb-old-chromium-'));
  const program = join(folder, 'chrome');
  const home = createRequire(import.meta.url).resolve('@sparticuz/chromium/package.json');
  const packed = await readFile(join(home, '..', 'bin', 'chromium.br'));
  await writeFile(program, await promisify(brotliDecompress)(packed), { mode: 0o755 });
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  browser.once('disconnected', () => void rm(folder, { recursive: true, force: true }));
  return browser;
}
