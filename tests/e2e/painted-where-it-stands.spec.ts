import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { FrameMeasure } from '../../lib/messages.ts';
import { placeRectangles, type Rectangle } from '../../lib/walk/place-rectangles.ts';
import { bundleMeasure } from '../support/bundle-measure.ts';
import { openOldChromium } from '../support/old-chromium.ts';

/**
 * What has to be painted over is red on these pages, and nothing else is: whatever a page does to sizes and places, no
 * red is left. Chromium before 128 measures zoomed pages otherwise.
 */
test.describe.configure({ mode: 'serial' });

let measure: string;
test.beforeAll(async () => {
  measure = await bundleMeasure();
});

const red = 'color:#f00;background:#f00;border:0;outline:0;border-radius:0';
const inside = `<style>body{margin:30px;font:20px/30px sans-serif}</style>
  <p>电话 <b style="color:#f00">13800138000</b></p><input value="1" style="${red}">
  <select size="2" style="${red}"><option value="">13800138000</option></select>`;
const quoted = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const frame = (html: string, style: string) =>
  `<iframe width="400" height="220" style="border:6px solid #00f;padding:9px;${style}" srcdoc="${quoted(html)}"></iframe>`;

const pages: Record<string, string> = {
  'as it is': inside + frame(inside, ''),
  'with a page that is zoomed': `${inside}<script>document.body.style.zoom = 1.4</script>`,
  'with a zoomed part in a zoomed page, and a frame there': `<main style="zoom:1.2"><div style="zoom:0.8">${inside}</div>
    ${frame(inside, 'zoom:1.25')}</main><script>document.documentElement.style.zoom = 0.9</script>`,
  'in a frame that is drawn smaller': frame(inside, 'transform:scale(.6);transform-origin:30px 20px'),
  'in a frame of a page that is drawn larger, with one more in it': `<main style="transform:scale(1.3);transform-origin:0 0">
    ${frame(inside + frame(inside, 'transform:scale(.5);transform-origin:0 0'), 'height:420px')}</main>`,
  'in a frame that is turned': frame(inside, 'transform:rotate(20deg);margin:60px'),
  'in a frame inside a component': `<div id="host"></div><script>
    host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(frame(inside, ''))}</script>`,
};

for (const [which, open] of [
  ['the browser of today', () => launchToday()],
  ['a Chromium 103', () => openOldChromium()],
] as const)
  test.describe(which, () => {
    let browser: Browser;
    test.beforeAll(async () => {
      browser = await open();
    });
    test.afterAll(async () => {
      await browser?.close();
    });
    for (const [how, html] of Object.entries(pages))
      test(`what is personal is painted over ${how}`, async () => {
        const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
        await page.addInitScript(measure);
        await page.goto(
          `data:text/html,${encodeURIComponent(`<!DOCTYPE html><meta charset="utf-8">${html}`)}`,
        );
        const rectangles = await rectanglesOn(page);
        const picture = (await page.screenshot()).toString('base64');
        expect(await redLeft(page, picture, [])).toBeGreaterThan(500);
        expect(await redLeft(page, picture, rectangles)).toBe(0);
        // Not by painting over everything.
        const painted = rectangles.reduce((sum, [, , width, height]) => sum + width * height, 0);
        expect(painted).toBeLessThan(0.4 * 1000 * 800);
        await page.close();
      });
  });

const launchToday = () =>
  chromium.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });

async function rectanglesOn(page: Page): Promise<Rectangle[]> {
  const frames = page.frames();
  for (const [n, each] of frames.entries()) await each.evaluate(`globalThis.zybToken = 'frame${n}'`);
  const measured: FrameMeasure[] = [];
  for (const [n, each] of frames.entries())
    measured.push(await each.evaluate<FrameMeasure>(`zybMeasure('frame${n}')`));
  const placed = placeRectangles(measured[0] as FrameMeasure, measured);
  if (!placed) throw new Error('no picture may be kept');
  return placed.rectangles;
}

/** How many pixels of a picture (PNG, base64) are red once these rectangles are painted over. */
const redLeft = (page: Page, picture: string, rectangles: Rectangle[]): Promise<number> =>
  page.evaluate(
    async ([png, all]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      for (const [x, y, width, height] of all) context.fillRect(x, y, width, height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let left = 0;
      for (let at = 0; at < data.length; at += 4)
        if ((data[at] as number) > 180 && (data[at + 1] as number) < 90 && (data[at + 2] as number) < 90)
          left += 1;
      return left;
    },
    [picture, rectangles] as const,
  );
