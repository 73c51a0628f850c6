/** A change of somebody else's code: what it is for, where it fits, and how often it must. */
export type Edit = { what: string; find: RegExp; put: string; times: number };

/** Applies every edit; throws an Error naming the first that does not fit, and whose edits they are. */
export function edited(code: string, edits: readonly Edit[], whose: string): string {
  let text = code;
  for (const { what, find, put, times } of edits) {
    const found = text.match(find)?.length ?? 0;
    if (found !== times) throw new Error(`${whose}: "${what}" fits ${found} times instead of ${times}`);
    text = text.replace(find, put);
  }
  return text;
}
