/** The longer side of a kept photo, pixels: enough to read a notice on a wall, a tenth of what a camera takes. */
const longest = 1920;
const quality = 0.82;
/** Files beyond this are no photos of a counter, and could fill the memory. */
const mostBytes = 60 * 1024 * 1024;

/**
 * A picture's file as a JPEG of its pixels alone, scaled down to a bound: whatever else was in the file (place, time,
 * camera, thumbnails) is not in it. Throws 'photo-large' and 'photo-unreadable'.
 */
export async function readPhoto(file: Blob): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  if (file.size > mostBytes) throw new Error('photo-large');
  const source = await createImageBitmap(file).catch(() => {
    throw new Error('photo-unreadable');
  });
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(source.width * scale));
  canvas.height = Math.max(1, Math.round(source.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas here');
  // A JPEG has no transparency: what shows through is white, not black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  source.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (!blob) throw new Error('photo-unreadable');
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
}
