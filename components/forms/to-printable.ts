export type Printable = { bytes: Uint8Array<ArrayBuffer>; type: 'jpg' | 'png' };

/** A picture as Word and Excel take it: JPEG and PNG as they are, others drawn anew as JPEG. */
export async function toPrintable(bytes: Uint8Array, type: string): Promise<Printable> {
  const own = Uint8Array.from(bytes);
  if (type === 'image/jpeg') return { bytes: own, type: 'jpg' };
  if (type === 'image/png') return { bytes: own, type: 'png' };
  const bitmap = await createImageBitmap(new Blob([own], { type }));
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!blob) throw new Error('no picture');
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'jpg' };
}
