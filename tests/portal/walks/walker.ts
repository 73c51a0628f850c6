import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { settle } from './settle.ts';
import type { Place, WalkCounts, WalkHooks, WalkResult } from './walk.ts';

export interface FileToUpload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Hands and eyes of one walk: every method is one thing a person does, and is counted. */
export interface Walker {
  page: Page;
  at(place: Place, where?: Page): Promise<void>;
  click(target: Locator): Promise<void>;
  /** Clicks into the field and types, replacing what is in it. */
  type(field: Locator, text: string): Promise<void>;
  /** A native select. */
  select(field: Locator, label: string): Promise<void>;
  /** Clicks the button that opens the file chooser and picks the file. */
  upload(button: Locator, file: FileToUpload): Promise<void>;
  /** Clicks what opens another tab or window, and waits for it to load. */
  open(target: Locator): Promise<Page>;
  /** Stays a while as people do, to read, or to see whether anything happens. */
  linger(milliseconds: number, where?: Page): Promise<void>;
  result(caseNo: string): WalkResult;
}

export function createWalker(page: Page, hooks: WalkHooks = {}): Walker {
  const counts: WalkCounts = { clicks: 0, typed: 0, selected: 0, uploaded: 0 };
  const click = async (target: Locator) => {
    await target.click();
    counts.clicks += 1;
  };
  return {
    page,
    async at(place, where = page) {
      await hooks.at?.(place, where);
      await settle(page);
    },
    click,
    async type(field, text) {
      await click(field);
      if (await field.inputValue()) await field.clear();
      await field.pressSequentially(text);
      counts.typed += 1;
    },
    async select(field, label) {
      await selectByKeys(page, field, label);
      counts.selected += 1;
    },
    async upload(button, file) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click(button)]);
      await chooser.setFiles(await onDisk(file));
      counts.uploaded += 1;
    },
    async open(target) {
      const [opened] = await Promise.all([page.waitForEvent('popup'), click(target)]);
      await opened.waitForLoadState('load');
      return opened;
    },
    linger: (milliseconds, where = page) => where.waitForTimeout(milliseconds),
    result: (caseNo) => ({
      ...counts,
      actions: counts.clicks + counts.typed + counts.selected + counts.uploaded,
      caseNo,
    }),
  };
}

/** Down to the option by the arrow keys: a value set by script would not be the walker's doing, nor recorded as such. */
async function selectByKeys(page: Page, field: Locator, label: string): Promise<void> {
  await field.focus();
  const options = field.locator('option');
  const labels = (await options.allInnerTexts()).map((text) => text.trim());
  const now = await field.evaluate((select) => (select as HTMLSelectElement).selectedIndex);
  const wanted = labels.indexOf(label);
  if (wanted < 0) throw new Error(`no option ${label} among ${labels.join(', ')}`);
  for (let at = now; at !== wanted; at += Math.sign(wanted - at))
    await page.keyboard.press(wanted > at ? 'ArrowDown' : 'ArrowUp');
}

/**
 * A file from the disk comes in as one a person picked; one made in memory is set by script. It stays there: the page
 * reads it when it sends it.
 */
async function onDisk(file: FileToUpload): Promise<string> {
  const folder = join(tmpdir(), 'zyb-portal-files');
  await mkdir(folder, { recursive: true });
  const path = join(folder, file.name);
  await writeFile(path, file.buffer);
  return path;
}
