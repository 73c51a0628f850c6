import type { Rectangle } from './place-rectangles.ts';

/** Quality at which text in a page's picture stays readable. */
const quality = 0.72;

/** Paints rectangles (CSS pixels of a viewport `viewportWidth` wide) over a picture and gives it back as JPEG. */
export async function paintOver(
  dataUrl: string,
  rectangles: readonly Rectangle[],
  viewportWidth: number,
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const source = await createImageBitmap(blobOf(dataUrl));
  const canvas = new OffscreenCanvas(source.width, source.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas here');
  context.drawImage(source, 0, 0);
  const scale = source.width / viewportWidth;
  context.fillStyle = '#8a94a3';
  for (const [x, y, width, height] of rectangles)
    context.fillRect(x * scale, y * scale, width * scale, height * scale);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  source.close();
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
}

/** Decoded here: the extension's own policy lets nothing be fetched from a data address. */
function blobOf(dataUrl: string): Blob {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))]);
}
