import type { Shape } from '../../lib/model/drawing.ts';
import { paintShapes } from '../drawing/paint-shapes.ts';

export type Printable = { bytes: Uint8Array<ArrayBuffer>; type: 'jpg' | 'png' };

/**
 * A picture as Word and Excel take it: JPEG and PNG as they are, others drawn anew as JPEG; so is a copy with shapes
 * painted over it.
 */
export async function toPrintable(
  bytes: Uint8Array,
  type: string,
  shapes: readonly Shape[] = [],
): Promise<Printable> {
  const own = Uint8Array.from(bytes);
  if (type === 'image/jpeg' && shapes.length === 0) return { bytes: own, type: 'jpg' };
  if (type === 'image/png' && shapes.length === 0) return { bytes: own, type: 'png' };
  const bitmap = await createImageBitmap(new Blob([own], { type }));
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  if (context) paintShapes(context, shapes);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!blob) throw new Error('no picture');
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'jpg' };
}
