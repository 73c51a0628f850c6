import type { Frame, Page } from '@playwright/test';

const tries = 40;

/** True when a mouse movement over the frame arrives in it where it was aimed. */
async function feelsMouse(page: Page, frame: Frame, wiggle: number): Promise<boolean> {
  const box = await (await frame.frameElement()).boundingBox();
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (!box || box.y >= view.height || box.y + box.height <= 0) return true;
  const top = Math.max(box.y, 0);
  const bottom = Math.min(box.y + box.height, view.height);
  const point = { x: Math.round(box.x + box.width / 2 + wiggle), y: Math.round((top + bottom) / 2) };
  const felt = frame.evaluate(
    () =>
      new Promise<{ x: number; y: number } | undefined>((resolve) => {
        addEventListener('mousemove', (event) => resolve({ x: event.clientX, y: event.clientY }), {
          once: true,
        });
        setTimeout(() => resolve(undefined), 250);
      }),
  );
  await page.mouse.move(point.x, point.y);
  const at = await felt;
  return at !== undefined && Math.abs(at.y + box.y - point.y) < 3 && Math.abs(at.x + box.x - point.x) < 3;
}

/**
 * Waits until clicks into iframes of other origins land again. A full-page picture or another change of the
 * window's size leaves the browser with a stale idea of where such a frame is, and clicks are lost meanwhile.
 */
export async function settle(page: Page): Promise<void> {
  const own = new URL(page.url()).origin;
  for (const frame of page.frames()) {
    if (!frame.url().startsWith('http') || new URL(frame.url()).origin === own) continue;
    for (let wiggle = 1; !(await feelsMouse(page, frame, wiggle)); wiggle += 1) {
      // A nudge of the page makes the browser look again where its frames are.
      await page.evaluate((by) => scrollBy(0, by), wiggle % 2 ? -2 : 2);
      if (wiggle === tries) throw new Error(`the mouse does not reach ${frame.url().split('?')[0]}`);
    }
  }
}
