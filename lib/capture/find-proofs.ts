import { labelOf } from './describe-element.ts';
import { kindOf } from './describe-field.ts';
import { type Control, type FoundField, findFields } from './find-fields.ts';
import { isShown } from './is-shown.ts';
import { SHOW_TEXTS } from './node-kinds.ts';
import { readOnce } from './read-once.ts';
import { asksToDraw, refusesScan, saysConfirmElsewhere } from './signs/text-signs.ts';
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
/** A captcha says what to do and little else. */
const mostPuzzleWords = 200;

const scanWords =
  /扫(?:码|一扫|描).{0,16}(?:登录|登陆|认证|核验|验证|授权|签名|签章)|二维码.{0,10}(?:登录|认证|核验|失效|过期|有效期)|(?:登录|认证|核验|验证|授权).{0,10}(?:扫码|扫一扫|二维码)/;
const faceWords = /人脸|刷脸|活体|实人/;
const everyPage = 'footer,[class*="footer"],[class*="float"],aside,[role=contentinfo]';

const plainKinds = { password: 'password', checkbox: 'check', radio: 'choice' } as const;
const kinds = new WeakMap<Element, ReturnType<typeof kindOf>>();

/** All of them, as far as the walker sees them now. */
export const findProofs: () => Proof[] = readOnce(() => {
  const proofs: Proof[] = [];
  for (const field of findFields()) {
    const [control] = field.controls;
    if (control?.localName !== 'input' || field.widget) continue;
    const kind = kinds.get(control) ?? kindOfControl(control, field);
    if (kind === 'captcha' || kind === 'password')
      proofs.push({ element: control, kind, signsIn: kind === 'password' });
    if (kind === 'one-time-code') proofs.push({ element: control, kind: 'sms', signsIn: false });
  }
  withoutNewPasswords(proofs);
  const swept = sweepPage();
  const slider = swept.slider.find(isShown) ?? wholeOf(swept.puzzle.find(isPuzzle));
  if (slider) proofs.push({ element: slider, kind: 'captcha', signsIn: false });
  const code = findCode();
  if (code) proofs.push(code);
  return proofs;
});

const again = /确认|再次|重复|再输|一致|新(?:的)?密码|confirm|repeat|again/i;
const known = /原|旧|当前|现有|登录密码|old|current/i;

/** Who sets a password, and types it again, proves nothing by it; the old one beside it is a proof, and lets nobody in. */
function withoutNewPasswords(proofs: Proof[]): void {
  const passwords = proofs.filter(({ kind }) => kind === 'password');
  if (passwords.length < 2) return;
  const words = new Map(
    passwords.map((proof) => [
      proof,
      `${labelOf(proof.element)} ${proof.element.getAttribute('placeholder') ?? ''}`,
    ]),
  );
  if (![...words.values()].some((each) => again.test(each))) return;
  for (const [proof, each] of words)
    if (known.test(each) && !again.test(each)) proof.signsIn = false;
    else proofs.splice(proofs.indexOf(proof), 1);
}

/** What is called like a captcha is one when it asks to be slid or pressed, and holds nothing to be typed into. */
function isPuzzle(place: Element): boolean {
  if (!asksToDraw(place.textContent ?? '') || !isCaptchaAlone(place) || !isShown(place)) return false;
  // Kits keep theirs on the page, unseen, until it is asked for.
  for (let at: Element | null = place; at; at = at.parentElement) {
    const { opacity, visibility } = getComputedStyle(at);
    if (opacity === '0' || visibility === 'hidden') return false;
  }
  return true;
}

/** What is slid or pressed may stand beside the words. */
function wholeOf(puzzle: Element | undefined): Element | undefined {
  let whole = puzzle;
  for (let at = puzzle?.parentElement, n = 0; at && n < 3; at = at.parentElement, n += 1) {
    if (at === document.body || !isCaptchaAlone(at)) break;
    whole = at;
  }
  return whole;
}

const isCaptchaAlone = (place: Element) =>
  (place.textContent ?? '').trim().length <= mostPuzzleWords &&
  !place.querySelector('input:not([type=hidden]):not([type=range]),textarea,select');

function kindOfControl(control: Control, field: FoundField): ReturnType<typeof kindOf> {
  const { type } = control;
  // Nobody proves anything with these, and what a password is needs no words.
  const kind =
    type === 'password' || type === 'checkbox' || type === 'radio' ? plainKinds[type] : kindOf(field);
  kinds.set(control, kind);
  return kind;
}

/** A picture to be scanned, or a camera's view, with words beside it that say what for. */
function findCode(): Proof | undefined {
  for (const tag of ['img', 'canvas', 'video', 'svg']) {
    const all = document.getElementsByTagName(tag);
    for (let n = 0; n < all.length && n < picturesLimit; n += 1) {
      const picture = all[n] as HTMLElement;
      const proof = isLarge(picture, tag) ? codeOf(picture, tag === 'video') : undefined;
      if (proof) return proof;
    }
  }
  return undefined;
}

/** Drawn, no icon, and square unless it is a video. */
function isLarge(picture: HTMLElement, tag: string): boolean {
  // Only HTML elements know their size; of drawings, most of which are icons, few are worth a rectangle.
  if (tag !== 'svg') {
    const height = picture.offsetHeight;
    if (height < leastCode) return false;
    return tag === 'video' || Math.abs(picture.offsetWidth - height) <= squareness * height;
  }
  if (picture.clientHeight < leastCode) return false;
  const { width, height } = picture.getBoundingClientRect();
  return height >= leastCode && Math.abs(width - height) <= squareness * height;
}

function codeOf(picture: Element, isVideo: boolean): Proof | undefined {
  if (picture.closest(everyPage)) return undefined;
  const words = wordsAround(picture);
  const isFace = faceWords.test(words);
  if (isVideo ? !isFace : !scanWords.test(words) && !(isFace && words.includes('扫'))) return undefined;
  return { element: picture, kind: isFace ? 'face' : 'scan', signsIn: /登[录陆]/.test(words) };
}

/** The nearest words around a picture, as far as they are about it alone. */
function wordsAround(picture: Element): string {
  const words = placeOf(picture.parentElement)?.textContent ?? '';
  return `${picture.getAttribute('alt') ?? ''} ${words}`.replace(/\s+/g, ' ');
}

/** From the parent of a code up to what says nothing but what it is for. */
function placeOf(parent: Element | null): Element | undefined {
  let place: Element | undefined;
  for (let at = parent, n = 0; at && n < 4; at = at.parentElement, n += 1) {
    if ((at.textContent ?? '').length > 200) break;
    place = at;
  }
  return place;
}

/**
 * What stands around a code, or around where one stood, says of it: it is over or was not accepted, or the phone that
 * scanned it asks whether it was meant. `parent`: what holds the code.
 */
export function stateOfCode(parent: Element): 'refused' | 'confirming' | undefined {
  const place = placeOf(parent);
  const words = place?.textContent?.replace(/\s+/g, ' ') ?? '';
  const tells = (text: string) =>
    refusesScan(text) ? 'refused' : saysConfirmElsewhere(text) ? 'confirming' : undefined;
  // Kits keep what they will say on the page, unseen.
  return place && tells(words) ? tells(shownWords(place)) : undefined;
}

function shownWords(place: Element): string {
  const texts = document.createTreeWalker(place, SHOW_TEXTS);
  let words = '';
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (nodeValue?.trim() && parentElement && isShown(parentElement)) words += nodeValue;
  }
  return words.replace(/\s+/g, ' ');
}
