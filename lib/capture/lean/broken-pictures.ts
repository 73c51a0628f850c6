/** Pictures that did not come; the browser says so once. */
const broken = new WeakSet<Element>();

export const noteBroken = (picture: Element): void => void broken.add(picture);

/** True where it was one. */
export const noteWhole = (picture: Element): boolean => broken.delete(picture);

/** Also of one that had not come before anybody heard; a drawing that has come may be of no size. */
export function isBroken(picture: HTMLImageElement): boolean {
  if (broken.has(picture)) return true;
  const { currentSrc } = picture;
  const hasNone = picture.complete && currentSrc !== '' && picture.naturalWidth === 0;
  return hasNone && /^https?:/.test(currentSrc) && !/svg/i.test(currentSrc);
}
