/** The error every reader throws on text that no encoder wrote; `what` says what is wrong with it. */
export const damaged = (what: string): Error => new Error(`chunk text is damaged: ${what}`);

/** The error for text beyond a limit. */
export const tooMuch = (what: string): RangeError =>
  new RangeError(`chunk text stands for too much: ${what}`);
