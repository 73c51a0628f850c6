import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { round, slope } from '../support/numbers.ts';
import { printTable, tell } from '../support/print-table.ts';
import { readMemory } from '../support/read-memory.ts';
import { recordOurs } from '../support/record-ours.ts';
import { servePages } from '../support/serve-pages.ts';
import { startChromium } from '../support/start-chromium.ts';

export type PageSample = { minutes: number; heapMB: number; nodes: number; listeners: number };
export type OnePage = Record<'none' | 'ours', PageSample[]>;

const figures = ['heapMB', 'nodes', 'listeners'] as const;
/** What a browser, a page and a recorder take once, before any of it can be called growth; milliseconds. */
const warmUpMs = 10_000;
/** So many samples, however long it stays open. */
const samplesOf = 12;

/**
 * One document that stays open and changes all the time, under nobody and under ours: what is kept of what the page took
 * away shows here, and not on a walk, which leaves every page behind. `minutes` for each of the two.
 */
export async function stayOnOnePage(extension: string, minutes: number): Promise<OnePage> {
  const pages = await servePages();
  try {
    const url = `${pages.origin}/one-page.html`;
    return { none: await stay(url, minutes), ours: await stay(url, minutes, extension) };
  } finally {
    await pages.close();
  }
}

async function stay(url: string, minutes: number, extension?: string): Promise<PageSample[]> {
  const browser = await startChromium(extension);
  const { page } = browser;
  try {
    const running = browser.extension && (await recordOurs(browser.extension, url));
    if (!running) await page.goto(url);
    await page.bringToFront();
    await use(page, Date.now() + warmUpMs);
    const began = Date.now();
    const samples: PageSample[] = [];
    for (let n = 0; n < samplesOf; n += 1) {
      const { heapMB, nodes, listeners } = await readMemory(page);
      samples.push({ minutes: (Date.now() - began) / 60_000, heapMB, nodes, listeners });
      tell(`soak, one page, ${extension ? 'ours' : 'none'}: ${heapMB.toFixed(2)} MB, ${nodes} nodes`);
      const until = began + ((n + 1) * minutes * 60_000) / (samplesOf - 1);
      if (n < samplesOf - 1) await use(page, until);
    }
    await running?.finish();
    return samples;
  } finally {
    await browser.close();
  }
}

async function use(page: Page, until: number): Promise<void> {
  while (Date.now() < until) {
    await page.locator('#words').fill(`办件${Date.now() % 1000}`);
    await page.locator('#search').click();
    await delay(Math.min(500, Math.max(0, until - Date.now())));
  }
}

/** First and last sample, and growth per minute over all of them, under nobody and under ours. */
export function summariseOnePage(measured: OnePage): object {
  const of = (samples: readonly PageSample[]) =>
    Object.fromEntries(
      figures.flatMap((figure) => [
        [figure, [round(samples[0]?.[figure] ?? 0), round(samples.at(-1)?.[figure] ?? 0)]],
        [
          `${figure}PerMinute`,
          round(slope(samples.map((each) => ({ x: each.minutes, y: each[figure] }))), 3),
        ],
      ]),
    );
  return { none: of(measured.none), ours: of(measured.ours) };
}

export function printOnePage(measured: OnePage): void {
  const rows = (['none', 'ours'] as const).flatMap((name) =>
    measured[name].map((sample) => [
      name,
      sample.minutes.toFixed(2),
      sample.heapMB.toFixed(2),
      ...[sample.nodes, sample.listeners].map(String),
    ]),
  );
  printTable(
    'soak: one page that stays open, after a garbage collection each',
    ['variant', 'minute', ...figures],
    rows,
  );
}
