import type { Area } from '../../components/hand-in/hand-in-props.ts';

/** Above what the picture was first stored at: it is made anew from that, not from itself again and again. */
const quality = 0.85;
/** The grey of what was painted over while walking. */
const grey = '#8a94a3';

/** A picture with areas (in its own pixels) painted over, as JPEG bytes. */
export async function paintAreas(bytes: Uint8Array, areas: readonly Area[]): Promise<Uint8Array> {
  const source = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas here');
  context.drawImage(source, 0, 0);
  source.close();
  context.fillStyle = grey;
  for (const { x, y, width, height } of areas) context.fillRect(x, y, width, height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (!blob) throw new Error('the picture could not be written');
  return new Uint8Array(await blob.arrayBuffer());
}
