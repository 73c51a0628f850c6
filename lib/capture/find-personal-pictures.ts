import { isMadeForOne, soundsPersonal } from './personal-pictures.ts';

/** How far up what the page calls a place still names the picture in it. */
const levels = 2;
/** What is no larger on either side shows nothing of a person, CSS pixels. */
const iconSize = 48;
/** A raster picture written into the page that is shorter, characters, is an ornament. */
const shortestRaster = 2700;

/** What portals call a box with somebody's picture behind it; the words are judged as those of other pictures. */
const called =
  /avatar|portrait|photo|head-?img|head-?pic|userhead|user-head|user-img|user-pic|idcard|id-card|signature|qrcode|captcha|preview|upload/i;

/** True when the class of an element says that there may be somebody's picture behind it. */
export const isCalledPicture = (words: string): boolean => called.test(words);

/**
 * True for pictures on the page of which no pixel may be kept: faces, documents, captchas, codes to scan, signatures,
 * files somebody chose, any camera, and documents in a viewer, which nobody can look into. The same words and addresses
 * count as for frozen assets.
 */
export function isPersonalPicture(element: Element): boolean {
  const words = soundsPersonal(wordsOf(element));
  switch (element.localName) {
    case 'video':
      return words || (element as HTMLVideoElement).srcObject !== null;
    case 'canvas':
      return words || soundsPersonal(wordsBeside(element));
    case 'object':
    case 'embed':
      return words || !isPicture(element) || isOfOne(addressOf(element), words, element);
    default:
      return isOfOne(addressOf(element), words, element);
  }
}

function addressOf(element: Element): string {
  const { currentSrc, src } = element as HTMLImageElement;
  const named = ['src', 'data', 'href', 'xlink:href'].map((name) => element.getAttribute(name) ?? '');
  return currentSrc || src || named.find(Boolean) || '';
}

/** Anything else, such as a PDF, is shown by a viewer of its own. */
function isPicture(element: Element): boolean {
  const type = element.getAttribute('type') ?? '';
  return type
    ? /^image\//i.test(type)
    : /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)(?:[?#]|$)/i.test(addressOf(element));
}

/** True when a picture of that kind stands behind an element. */
export function isPersonalBehind(element: Element): boolean {
  const { backgroundImage } = getComputedStyle(element);
  const address = /url\(\s*(["']?)(.*?)\1\s*\)/i.exec(backgroundImage ?? '')?.[2];
  return address !== undefined && isOfOne(address, soundsPersonal(wordsOf(element)), element);
}

/** `personal`: the page's words for it say so. */
function isOfOne(address: string, personal: boolean, element: Element): boolean {
  if (/^blob:/i.test(address)) return personal || !isIcon(element);
  if (/^data:/i.test(address)) {
    const isRaster = address.length > shortestRaster && !/^data:image\/svg/i.test(address);
    return personal || (isRaster && !isIcon(element));
  }
  return isMadeForOne(address, { late: false, personal });
}

function isIcon(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width <= iconSize && height <= iconSize;
}

function wordsOf(element: Element): string {
  const named = ['id', 'alt', 'title', 'name', 'class', 'aria-label'];
  const words = named.map((name) => element.getAttribute(name) ?? '');
  let at = element.parentElement;
  for (let n = 0; at && n < levels; at = at.parentElement, n += 1)
    words.push(at.getAttribute('class') ?? '', at.getAttribute('id') ?? '');
  return words.join(' ').trim();
}

/** What stands before a drawing or its box ("本人签名："). */
function wordsBeside(element: Element): string {
  const before = [element, element.parentElement].map(
    (each) => each?.previousElementSibling?.textContent ?? '',
  );
  return before.filter((text) => text.length < 40).join(' ');
}
