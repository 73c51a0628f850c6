/** What a call that did nothing gives back: a code that names a sentence, and a detail such as the field. */
export const failed = (code: string, detail = ''): { ok: false; code: string; detail: string } => ({
  ok: false,
  code,
  detail,
});
