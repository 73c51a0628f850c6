/**
 * Which of several files (`srcset`, the sources of a picture element) the browser shows, by its address: the `src` is
 * often a placeholder. Undefined for a picture that has one file alone, or none yet.
 */
export function chosenFor(picture: HTMLImageElement): string | undefined {
  const isOneOfMany = picture.hasAttribute('srcset') || picture.parentNode?.nodeName === 'PICTURE';
  return (isOneOfMany && picture.currentSrc) || undefined;
}
