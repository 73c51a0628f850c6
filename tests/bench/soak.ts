import type { Page } from '@playwright/test';
import { startPortal } from '../portal/start-portal.ts';
import type { Place } from '../portal/walks/walk.ts';
import { walkReemployment } from '../support/portal-walk.ts';
import { printOnePage, stayOnOnePage, summariseOnePage } from './soak/one-page.ts';
import { type Sample, takeSample } from './soak/sample.ts';
import { growth, summariseSoak } from './soak/summarise-soak.ts';
import { buildExtension } from './support/build-extension.ts';
import { round } from './support/numbers.ts';
import type { BenchOptions } from './support/options.ts';
import { printTable, tell } from './support/print-table.ts';
import { recordOurs } from './support/record-ours.ts';
import { startChromium } from './support/start-chromium.ts';
import { tryAgain } from './support/try-again.ts';

/** Spread over the walk, so that a sample falls every few seconds. */
const sampledAt = new Set<Place>([
  'home',
  'guide',
  'wizard-1',
  'wizard-3',
  'draft-lost',
  'wizard-5',
  'submitted',
  'rated',
]);

/** One session in which the portal is walked again and again, and one page that stays open; see the head of main.ts. */
export async function soak({ minutes, built }: BenchOptions): Promise<object> {
  const extension = buildExtension(built);
  const walked = await walkOn(extension, minutes);
  const onePage = await stayOnOnePage(extension, minutes / 2);
  printOnePage(onePage);
  return { ...walked, onePage: summariseOnePage(onePage) };
}

async function walkOn(extension: string, minutes: number): Promise<object> {
  const portal = await startPortal({ ports: 'any' });
  const browser = await startChromium(extension);
  try {
    if (!browser.extension) throw new Error('the extension did not start');
    const running = await recordOurs(browser.extension, `${portal.origins.portal}/`);
    // A page of the extension that runs no script: to read the database with.
    const extensionPage = await browser.extension.openInOwnWindow('manifest.json');
    const samples: Sample[] = [];
    const began = Date.now();
    const at = async (place: Place, page: Page) => {
      if (!sampledAt.has(place)) return;
      const sample = await takeSample(browser, { place, page, extensionPage, began });
      samples.push(sample);
      tell(`soak ${sample.minutes.toFixed(2)} min ${place}: page ${sample.pageHeapMB.toFixed(1)} MB`);
    };
    while (Date.now() - began < minutes * 60_000)
      await tryAgain('a walk of the soak', () => walkReemployment(browser.page, portal.origins, { at }));
    await running.finish();
    print(samples);
    return summariseSoak(samples);
  } finally {
    await browser.close();
    await portal.close();
  }
}

const columns = ['pageHeapMB', 'workerHeapMB', 'nodes', 'listeners', 'databaseMB'] as const;

function print(samples: readonly Sample[]): void {
  printTable(
    `soak: ${samples.length} samples, after a garbage collection each`,
    ['minute', 'place', ...columns],
    samples.map((sample) => [
      sample.minutes.toFixed(2),
      sample.place,
      ...columns.map((column) => sample[column].toFixed(column.endsWith('MB') ? 2 : 0)),
    ]),
  );
  printTable(
    'soak: growth per minute, each place against itself',
    ['figure', 'per minute'],
    columns.map((column) => [column, String(round(growth(samples, column), 3))]),
  );
}
