/** Under such names stands what a page wrote in attributes that a replay may not have, or has otherwise, for its style sheets. */
export const writtenPrefix = 'zyb-written-';

const links = /^(?:a|area)$/;

/** No script is named in a replay, not even where nothing would run it. */
const script = /^\s*(?:javascript|vbscript)\s*:/i;

/** The name under which style sheets of the replay find an attribute (state-css.ts); undefined where they find it itself. */
function writtenName(tag: string, name: string): string | undefined {
  const low = name.toLowerCase();
  return low === 'target' || low === 'download' || (low === 'href' && links.test(tag))
    ? writtenPrefix + low
    : undefined;
}

/**
 * What stands in place of an attribute for style sheets: name and text, `null` where a change took it away. Undefined where
 * they find the attribute itself. `tag` is the element's name without a prefix.
 */
export function writtenAs(tag: string, name: string, value: unknown): [string, string | null] | undefined {
  const written = writtenName(tag, name);
  if (!written) return undefined;
  return [written, typeof value === 'string' && !script.test(value) ? value : null];
}
