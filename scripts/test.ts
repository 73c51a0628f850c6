import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build-all.ts';

/**
 * `npm test`: types, lint, format, then unit, architecture and contract tests, then the end-to-end tests in a real
 * browser. The last line sums what the runners themselves reported; checks without a count are one each.
 */
const root = join(import.meta.dirname, '..');
const reports = await mkdtemp(join(tmpdir(), 'zyb-test-'));
let passed = 0;
let failed = 0;
let skipped = 0;
/** Stages that ended badly: a runner may do so though each of its tests passed, as by an error nobody caught. */
const bad: string[] = [];

function run(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  console.log(`\n== ${name}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const end = (good: boolean) => {
      if (!good) bad.push(name);
      resolve(good);
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

async function check(name: string, command: string, args: string[]): Promise<void> {
  if (await run(name, command, args)) passed += 1;
  else failed += 1;
}

/** A runner that ended badly without a failed test of its own (a crash, no report) still counts as one failure. */
function count(good: boolean, runner: { passed: number; failed: number; skipped: number } | undefined): void {
  passed += runner?.passed ?? 0;
  skipped += runner?.skipped ?? 0;
  failed += runner ? Math.max(runner.failed, good ? 0 : 1) : 1;
}

async function readReport(file: string): Promise<any> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const only = process.argv[2];
const wanted = (part: string) => only === undefined || only === part;

console.log('== build');
await buildAll({ forFirefox: wanted('e2e') });

if (wanted('check')) {
  await check('types', 'tsc', ['--noEmit', '-p', '.']);
  await check('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
  await check('format', 'biome', ['check', '.']);
}
if (wanted('unit')) {
  const file = join(reports, 'vitest.json');
  const good = await run('unit, architecture, contracts', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = await readReport(file);
  count(
    good,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}
if (wanted('e2e')) {
  const file = join(reports, 'playwright.json');
  const good = await run('end to end', 'playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = (await readReport(file))?.stats;
  if (stats?.flaky) console.log(`\n${stats.flaky} passed only at a second or third try`);
  count(
    good,
    stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
  );
}
await rm(reports, { recursive: true, force: true });

if (bad.length > 0) console.log(`\nended badly: ${bad.join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
