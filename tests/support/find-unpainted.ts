import type { Page } from '@playwright/test';
import type { PictureToCheck } from './personal-walk.ts';

/** What is painted over is this colour; JPEG may move a channel a little, at its edges more. */
const paint = [0x8a, 0x94, 0xa3] as const;
const tolerance = 26;
const edge = 2;

/** Surfaces whose rectangle in the picture is not one flat paint, with how much of it is not. Runs in any page. */
export async function findUnpainted(page: Page, picture: PictureToCheck): Promise<string[]> {
  const { jpeg, boxes, viewWidth } = picture;
  const shares = await page.evaluate(
    async ({ url, boxes: all, viewWidth: width, paint: colour, tolerance: most, edge: inset }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const scale = image.width / width;
      return all.map((box) => {
        const [x, y] = [Math.ceil((box.x + inset) * scale), Math.ceil((box.y + inset) * scale)];
        const [w, h] = [box.width, box.height].map((size) => Math.floor((size - 2 * inset) * scale));
        const { data } = context.getImageData(x, y, Math.max(1, w ?? 1), Math.max(1, h ?? 1));
        let other = 0;
        for (let at = 0; at < data.length; at += 4)
          if (colour.some((channel, n) => Math.abs((data[at + n] ?? 0) - channel) > most)) other += 1;
        return other / (data.length / 4);
      });
    },
    { url: `data:image/jpeg;base64,${jpeg.toString('base64')}`, boxes, viewWidth, paint, tolerance, edge },
  );
  return boxes.flatMap(({ surface }, at) => {
    const share = shares[at] ?? 1;
    return share > 0.01 ? [`${surface}: ${Math.round(share * 100)} % not painted`] : [];
  });
}
