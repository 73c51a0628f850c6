import type { PageCheckKind, PageCheckResult } from '../../model/page-check.ts';
import { isShown } from '../is-shown.ts';
import { addPlaces, emptyResult, nameOf } from './check-result.ts';

/** Elements read at most: the figures say what kind of page it is, not every place. */
const readAtMost = 1500;
/** 互联网网站适老化通用设计规范 and the APP specification it follows: sizes in CSS pixels, line height as a factor. */
const smallestTarget = 44;
const smallestText = 14;
const smallestLeading = 1.3;
/** A passage, not a button. */
const passage = 20;
const elderWords = /长辈版|适老|无障碍|大字版|老年|关怀(?:版|模式)|亲情(?:版|模式)|关爱(?:版|模式)/;
const focusable =
  'a[href],button,input,select,textarea,summary,[tabindex],[contenteditable],iframe,audio,video';

/** What axe-core does not look at and the elder-friendly specification names. Reads layout: run when the page rests. */
export const elderChecks: readonly [check: PageCheckKind, look: () => PageCheckResult][] = [
  ['keyboard', keyboard],
  ['small-targets', smallTargets],
  ['small-text', smallText],
  ['line-height', lineHeight],
  ['elder-entry', elderEntry],
  ['captcha-alternative', captchaAlternative],
  ['floating-boxes', floatingBoxes],
];

/** Clickable and out of the keyboard's reach. */
function keyboard() {
  const result = emptyResult('keyboard', 'serious');
  const found = take(document.querySelectorAll('[onclick],[ng-click],[role=button],[role=link]')).filter(
    (element) => !element.matches(focusable) && !element.querySelector(focusable) && isOurs(element),
  );
  addPlaces(result, found.map(nameOf));
  return result;
}

/** Targets a finger or a trembling hand misses. Links in running text may be small. */
function smallTargets() {
  const result = emptyResult('small-targets', 'minor');
  const found = take(
    document.querySelectorAll('button,input[type=submit],input[type=button],[role=button],select'),
  )
    .filter(isOurs)
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && (width < smallestTarget || height < smallestTarget);
    });
  addPlaces(result, found.map(nameOf));
  return result;
}

function smallText() {
  const result = emptyResult('small-text', 'minor');
  const found = passages().filter(
    (element) => Number.parseFloat(getComputedStyle(element).fontSize) < smallestText,
  );
  addPlaces(result, found.map(nameOf));
  return result;
}

function lineHeight() {
  const result = emptyResult('line-height', 'minor');
  const found = passages().filter((element) => {
    const { lineHeight, fontSize } = getComputedStyle(element);
    const leading = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    return Number.isFinite(leading) && leading < smallestLeading;
  });
  addPlaces(result, found.map(nameOf));
  return result;
}

/** A way to the elder or accessibility version, by its usual names. */
function elderEntry() {
  const result = emptyResult('elder-entry', 'minor');
  const links = take(document.querySelectorAll('a,button,[role=button],[onclick],[title],img[alt]'));
  const words = (element: Element) =>
    `${element.textContent?.slice(0, 60) ?? ''} ${element.getAttribute('title') ?? ''} ${element.getAttribute('alt') ?? ''}`;
  if (!links.some((element) => elderWords.test(words(element)))) addPlaces(result, ['html']);
  return result;
}

/** A picture code wants a voice or another form beside it (1.4.3). */
function captchaAlternative(): PageCheckResult {
  const result = emptyResult('captcha-alternative', 'serious');
  const pictures = take(
    document.querySelectorAll(
      'img[src*="captcha" i],img[src*="verifycode" i],img[src*="yzm" i],img[alt*="验证码"]',
    ),
  ).filter(isOurs);
  if (!pictures.length) return { ...result, count: null, why: 'nothing-to-check' };
  const voice =
    document.querySelector('audio,[class*="voice" i],[class*="audio" i]') !== null ||
    /语音验证|短信验证|换一种验证/.test(document.body.textContent?.slice(0, 20_000) ?? '');
  if (!voice) addPlaces(result, pictures.map(nameOf));
  return result;
}

/** Boxes that float over the page without being a dialog that was called (2.4.1). */
function floatingBoxes() {
  const result = emptyResult('floating-boxes', 'minor');
  const boxes = take(
    document.querySelectorAll(
      'body > div,body > a,body > section,[class*="float" i],[class*="popup" i],[id*="ad" i]',
    ),
  )
    .filter(isOurs)
    .filter((element) => {
      if (element.closest('[role=dialog],dialog,header,nav')) return false;
      const { position } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const area = (width * height) / Math.max(1, innerWidth * innerHeight);
      return position === 'fixed' && area > 0.01 && area < 0.6 && element.querySelector('a,img') !== null;
    });
  addPlaces(result, boxes.map(nameOf));
  return result;
}

const isOurs = (element: Element): boolean => element.closest('[data-zyb-bar]') === null && isShown(element);

function take(list: NodeListOf<Element>): Element[] {
  const taken: Element[] = [];
  for (let n = 0; n < list.length && n < readAtMost; n += 1) taken.push(list[n] as Element);
  return taken;
}

/** Running text that is shown. */
const passages = (): Element[] =>
  take(document.querySelectorAll('p,li,td,dd'))
    .filter((element) => (element.textContent ?? '').trim().length >= passage)
    .filter((element) => !element.querySelector('p,li,td,dd') && isOurs(element));
