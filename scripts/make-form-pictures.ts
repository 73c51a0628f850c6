import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { writeDocx } from '../lib/export/forms/write-docx.ts';
import { writeHtml } from '../lib/export/forms/write-html.ts';
import { writeXlsx } from '../lib/export/forms/write-xlsx.ts';
import { makeForm } from '../lib/export/lists/make-form.ts';
import { type FormKind, formKinds } from '../lib/model/form-kind.ts';
import type { FormSource } from '../lib/model/official-form.ts';
import { about, leaderSource, officerOfCentre } from '../tests/support/form-sources.ts';
import { picturedSources } from '../tests/support/pictured-sources.ts';

/**
 * `node scripts/make-form-pictures.ts`: makes every form of the fictitious example as .xlsx, .docx and web page, prints
 * each to PDF (LibreOffice, Chromium) and keeps the first page as docs/forms/KIND-FORMAT.png.
 */
const target = join(import.meta.dirname, '..', 'docs', 'forms');

for (const [tool, from] of [
  ['soffice', 'libreoffice-calc and libreoffice-writer'],
  ['pdftoppm', 'poppler-utils'],
] as const)
  if (spawnSync(tool, ['--help']).error) {
    console.error(
      `${tool} is missing: install it (on Debian: apt-get install ${from}), then run this again.`,
    );
    console.error('Without it nothing was written; docs/forms is as it was.');
    process.exit(1);
  }

const folder = await mkdtemp(join(tmpdir(), 'zyb-forms-'));
const { sources, readPicture } = picturedSources();
const browser = await chromium.launch({
  executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await mkdir(target, { recursive: true });
  for (const kind of formKinds) {
    const { form } = makeForm(kind, sourcesOf(kind), about);
    await writeFile(join(folder, `${kind}-xlsx.xlsx`), await writeXlsx(form, readPicture));
    await writeFile(join(folder, `${kind}-docx.docx`), await writeDocx(form, readPicture));
    const page = await browser.newPage();
    await page.setContent(await writeHtml(form, readPicture));
    await page.pdf({ path: join(folder, `${kind}-html.pdf`), preferCSSPageSize: true });
    await page.close();
  }
  const office = formKinds.flatMap((kind) => [`${kind}-xlsx.xlsx`, `${kind}-docx.docx`]);
  run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    ...office,
  ]);
  for (const kind of formKinds) for (const format of ['xlsx', 'docx', 'html']) await picture(kind, format);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

/** The example's sessions, or those a form is about. */
function sourcesOf(kind: FormKind): FormSource[] {
  if (kind === 'session-report') return sources.slice(0, 1);
  if (kind === 'leaders') return [...sources, leaderSource()];
  return /^officer-registration$|recommendation$/.test(kind) ? [officerOfCentre()] : sources;
}

async function picture(kind: FormKind, format: string): Promise<void> {
  const name = `${kind}-${format}`;
  run('pdftoppm', ['-r', '70', '-png', '-f', '1', '-l', '1', '-singlefile', `${name}.pdf`, name]);
  await writeFile(join(target, `${name}.png`), await readFile(join(folder, `${name}.png`)));
  console.log(`docs/forms/${name}.png`);
}

function run(command: string, args: string[]): void {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} failed\n${done.stderr}`);
}
