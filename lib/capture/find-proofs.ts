import { kindOf } from './describe-field.ts';
import { findFields } from './find-fields.ts';
import { isShown } from './is-shown.ts';
import { sweepPage } from './sweep-page.ts';

/** What on the screen asks the walker to prove something. */
export type Proof = {
  element: Element;
  kind: 'captcha' | 'sms' | 'scan' | 'face' | 'password';
  /** It lets the walker in, rather than confirms something. */
  signsIn: boolean;
};

/** Smaller pictures are icons; a code to be scanned is square. Pixels and ratio. */
const leastCode = 80;
const squareness = 0.15;
const picturesLimit = 300;

const scanWords =
  /扫(?:码|一扫|描).{0,16}(?:登录|登陆|认证|核验|验证|授权|签名|签章)|二维码.{0,10}(?:登录|认证|核验|失效|过期|有效期)|(?:登录|认证|核验|验证|授权).{0,10}(?:扫码|扫一扫|二维码)/;
const faceWords = /人脸|刷脸|活体|实人/;
const everyPage = 'footer,[class*="footer"],[class*="float"],aside,[role=contentinfo]';

const kinds = new WeakMap<Element, ReturnType<typeof kindOf>>();

export function findProofs(): Proof[] {
  const proofs: Proof[] = [];
  for (const field of findFields()) {
    const [control] = field.controls;
    if (control?.localName !== 'input' || field.widget) continue;
    const kind = kinds.get(control) ?? kindOf(field);
    kinds.set(control, kind);
    if (kind === 'captcha' || kind === 'password')
      proofs.push({ element: control, kind, signsIn: kind === 'password' });
    if (kind === 'one-time-code') proofs.push({ element: control, kind: 'sms', signsIn: false });
  }
  const slider = sweepPage().slider.find(isShown);
  if (slider) proofs.push({ element: slider, kind: 'captcha', signsIn: false });
  const code = findCode();
  if (code) proofs.push(code);
  return proofs;
}

/** A picture to be scanned, or a camera's view, with words beside it that say what for. */
function findCode(): Proof | undefined {
  const pictures: HTMLElement[] = [];
  for (const tag of ['img', 'canvas', 'video', 'svg']) {
    const all = document.getElementsByTagName(tag);
    for (let n = 0; n < Math.min(all.length, picturesLimit); n += 1) pictures.push(all[n] as HTMLElement);
  }
  for (const picture of pictures) {
    const { width, height } = sizeOf(picture);
    const isVideo = picture.tagName === 'VIDEO';
    if (height < leastCode || (!isVideo && Math.abs(width - height) > squareness * height)) continue;
    if (picture.closest(everyPage)) continue;
    const words = wordsAround(picture);
    if (isVideo && !faceWords.test(words)) continue;
    if (!isVideo && !scanWords.test(words) && !(faceWords.test(words) && /扫/.test(words))) continue;
    return {
      element: picture,
      kind: faceWords.test(words) ? 'face' : 'scan',
      signsIn: /登[录陆]/.test(words),
    };
  }
  return undefined;
}

/** Zero when it is not drawn. */
function sizeOf(picture: HTMLElement): { width: number; height: number } {
  // Only HTML elements know their size without asking for a rectangle.
  if ('offsetWidth' in picture) return { width: picture.offsetWidth, height: picture.offsetHeight };
  return (picture as Element).getBoundingClientRect();
}

/** The nearest words around a picture, as far as they are about it alone. */
function wordsAround(picture: Element): string {
  let words = picture.getAttribute('alt') ?? '';
  for (let at = picture.parentElement, n = 0; at && n < 4; at = at.parentElement, n += 1) {
    const text = at.textContent ?? '';
    if (text.length > 200) break;
    words = `${picture.getAttribute('alt') ?? ''} ${text}`;
  }
  return words.replace(/\s+/g, ' ');
}
