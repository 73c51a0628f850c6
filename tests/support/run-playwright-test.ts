import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

/** Runs an exported test by Playwright's own command line, in this folder; answers its exit code and what it said. */
export async function runPlaywrightTest(
  folder: string,
  source: string,
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'walk.spec.ts'), source);
  const config = {
    testDir: '.',
    outputDir: './out',
    workers: 1,
    use: {
      actionTimeout: 15_000,
      locale: 'zh-CN',
      viewport: { width: 1280, height: 800 },
      launchOptions: {
        executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      },
    },
  };
  await writeFile(
    join(folder, 'playwright.config.ts'),
    `export default ${JSON.stringify(config, null, 2)};\n`,
  );
  // Playwright's worker would take its own variables for orders.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(TEST_|PW|PLAYWRIGHT_)/.test(name));
  const child = spawn(process.execPath, [cli, 'test', '--config', folder, '--reporter=line'], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { code, output };
}
