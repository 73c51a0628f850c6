/** A picture as Word and Excel take it. Undefined where the object cannot be had: the form is made without it. */
export type ReadPicture = (
  object: string,
) => Promise<{ bytes: Uint8Array<ArrayBuffer>; type: 'jpg' | 'png' } | undefined>;
