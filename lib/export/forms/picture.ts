import type { Shape } from '../../model/drawing.ts';

/** A picture as Word and Excel take it. Undefined where the object cannot be had: the form is made without it. */
export type ReadPicture = (
  object: string,
  /** To be painted over a copy of it; in its own pixels. */
  shapes?: readonly Shape[],
) => Promise<{ bytes: Uint8Array<ArrayBuffer>; type: 'jpg' | 'png' } | undefined>;
