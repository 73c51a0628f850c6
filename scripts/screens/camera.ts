import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** CSS pixels of the window, and how many device pixels one of them takes. */
export type View = { width: number; height: number; scale: number };

/** The commonest office screen, the same screen at 125 % zoom, the popup, and the side panel. */
export const views = {
  screen: { width: 1366, height: 768, scale: 1 },
  zoomed: { width: 1093, height: 614, scale: 1.25 },
  popup: { width: 380, height: 600, scale: 1 },
  sidePanel: { width: 420, height: 720, scale: 1 },
} satisfies Record<string, View>;

/** In the page: fonts and pictures are there, and dialogs and the like have come in. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  for (let frames = 0; frames < 5; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  const ending = document
    .getAnimations()
    .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map((each) => each.finished.catch(() => undefined)));
}

export type Camera = ReturnType<typeof createCamera>;

/** Takes the pictures into one folder; says what it took. */
export function createCamera(folder: string, say: (line: string) => void = console.log) {
  return {
    /** Gives a page this window; what is laid out by the window's size settles before the promise does. */
    async fit(page: Page, view: View): Promise<void> {
      await page.setViewportSize({ width: view.width, height: view.height });
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Emulation.setDeviceMetricsOverride', {
        width: view.width,
        height: view.height,
        deviceScaleFactor: view.scale,
        mobile: false,
      });
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    },

    /** `docs/screens/NAME.png` of what the window shows, or `whole`, to the page's end. The pointer is moved away unless it is `hovering`. */
    async take(
      page: Page,
      name: string,
      options: { whole?: boolean; hovering?: boolean } = {},
    ): Promise<void> {
      await mkdir(folder, { recursive: true });
      if (!options.hovering) await page.mouse.move(1, 1);
      await page.evaluate(settled);
      const how = { animations: 'disabled', caret: 'hide', scale: 'device' } as const;
      const png = await page.screenshot({ ...how, fullPage: options.whole ?? false });
      await writeFile(join(folder, `${name}.png`), png);
      say(`  ${name}.png  ${Math.round(png.length / 1024)} KB`);
    },
  };
}
