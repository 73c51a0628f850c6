import type { Page } from '@playwright/test';

/** The colour of one pixel of a stored picture, red, green and blue. */
export function colourAt(extensionPage: Page, object: string, x: number, y: number): Promise<number[]> {
  return extensionPage.evaluate(
    async ({ name, left, top }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('zouyibian');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const row = await new Promise<{ data: Uint8Array<ArrayBuffer> }>((resolve, reject) => {
        const request = db.transaction('objects').objectStore('objects').get(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      db.close();
      const picture = await createImageBitmap(new Blob([row.data], { type: 'image/jpeg' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      return [...(context?.getImageData(Math.round(left), Math.round(top), 1, 1).data ?? [])].slice(0, 3);
    },
    { name: object, left: x, top: y },
  );
}

/** The colour in the middle of a part that a gap names, in a picture of its page. */
export function colourOfGap(
  extensionPage: Page,
  shot: object | undefined,
  gap: object | undefined,
): Promise<number[]> {
  const place = / (-?\d+),(-?\d+),(\d+),(\d+)$/.exec(String((gap as { detail?: string })?.detail));
  if (!shot || !place) throw new Error('no picture, or no gap with a place');
  const { object, width, view } = shot as { object: string; width: number; view: { width: number } };
  const [x = 0, y = 0, wide = 0, high = 0] = place.slice(1).map(Number);
  const scale = width / view.width;
  return colourAt(extensionPage, object, (x + wide / 2) * scale, (y + high / 2) * scale);
}
