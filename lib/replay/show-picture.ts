/** No picture at all: in its place the browser shows what `alt` says, as it did on the page. */
const nothing = 'data:,';

/**
 * What the recorder told of a picture beside its address: that it did not come to the page either, and how many of its
 * file's pixels go into one of the page's. Undefined where its address did not change.
 */
export function showPicture(
  given: Record<string, unknown>,
  src: unknown,
): { src: string; srcset: string | null } | undefined {
  if (given.rr_broken === 'yes') return { src: nothing, srcset: null };
  if (typeof src !== 'string') return undefined;
  const density = /^\d{1,2}(?:\.\d{1,3})?$/.exec(String(given.rr_density))?.[0];
  // In a list of addresses each ends where a space is.
  if (!density || !/^\S*[^\s,]$/.test(src)) return { src, srcset: null };
  // An address beside the list would be one more to choose from; a style sheet may ask whether there is one.
  return { src: '', srcset: `${src} ${density}x` };
}
