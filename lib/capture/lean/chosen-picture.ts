/**
 * Which of several files (`srcset`, the sources of a picture element) the browser shows, by its address: the `src` is
 * often a placeholder. Undefined for a picture that has one file alone, or none yet.
 */
export function chosenFor(picture: HTMLImageElement): string | undefined {
  const isOneOfMany = picture.hasAttribute('srcset') || picture.parentNode?.nodeName === 'PICTURE';
  return (isOneOfMany && picture.currentSrc) || undefined;
}

/** An address with what is said of it: `photo@2x.png 2x`, `photo-640.png 640w`. */
const candidates = /([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g;

/** How many of its file's pixels a picture chosen of several shows in one of the page's; undefined where that is one. */
export function densityOf(picture: HTMLImageElement): string | undefined {
  const { currentSrc, naturalWidth, parentNode, ownerDocument } = picture;
  const sources = parentNode?.nodeName === 'PICTURE' ? Array.from(parentNode.children) : [];
  for (const each of [...sources, picture])
    for (const [, address = '', said, unit] of (each.getAttribute('srcset') ?? '').matchAll(candidates)) {
      if (!said || absolute(address, ownerDocument.baseURI) !== currentSrc) continue;
      // A file is as wide as is said of it.
      const density = unit === 'x' ? Number(said) : Number(said) / naturalWidth;
      return density > 0 && density < 100 && density !== 1 ? String(Number(density.toFixed(3))) : undefined;
    }
  return undefined;
}

function absolute(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}
