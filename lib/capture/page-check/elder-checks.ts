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
  ['colour-alone', colourAlone],
  ['media-controls', mediaControls],
];

/** Asked of a whole page, not of a frame in it. */
const ofWholePages = new Set<PageCheckKind>(['elder-entry', 'floating-boxes']);

/** The checks that a document is asked: a frame is not blamed for what its page has or lacks. */
export const checksFor = (top: boolean): typeof elderChecks =>
  top ? elderChecks : elderChecks.filter(([kind]) => !ofWholePages.has(kind));

/** Clickable, by what its author wrote or by the hand the pointer becomes over it, and out of the keyboard's reach. */
function keyboard() {
  const result = emptyResult('keyboard', 'serious');
  const said = take(document.querySelectorAll('[onclick],[ng-click],[role=button],[role=link]'));
  const pointed = take(document.querySelectorAll('div,span,li,td,img,i')).filter(isPointedAt);
  const found = [...new Set([...said, ...pointed])].filter(
    (element) => !element.closest(focusable) && !element.querySelector(focusable) && isOurs(element),
  );
  addPlaces(result, found.map(nameOf));
  return result;
}

/** Where the hand begins: what lies around it has another pointer. Labels lead to their field. */
function isPointedAt(element: Element): boolean {
  if (element.closest('label') || getComputedStyle(element).cursor !== 'pointer') return false;
  const around = element.parentElement;
  return around === null || getComputedStyle(around).cursor !== 'pointer';
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

/** Fields that their page says are wrong, by its own word or by the classes of common kits. */
const wrongFields =
  '[aria-invalid=true],.is-error,.has-error,.ant-form-item-has-error,.ivu-form-item-error,.layui-form-danger,.is-invalid';
const errorWords =
  '[role=alert],[class*=error i],[class*=explain i],[class*=invalid i],[class*=feedback i],[class*=help i],[class*=tip i]';
/** The smallest box of a form that holds a field and what is said of it. */
const formItem = '[class*=form-item i],[class*=form-group i],.field,fieldset,tr,li,dd,p';

/**
 * A field that is marked wrong with no word beside it: only its colour tells (assisted: whether colour is what marks it
 * a person has to see). Null where no field is wrong.
 */
function colourAlone(): PageCheckResult {
  const result = emptyResult('colour-alone', 'moderate');
  const wrong = take(document.querySelectorAll(wrongFields)).filter(isOurs);
  // The item and its field may both be marked: the outer one counts.
  const outer = wrong.filter((element) => !wrong.some((each) => each !== element && each.contains(element)));
  if (!outer.length) return { ...result, count: null, why: 'nothing-to-check' };
  addPlaces(result, outer.filter((element) => !hasErrorWords(element)).map(nameOf));
  return result;
}

function hasErrorWords(element: Element): boolean {
  const field = element.matches('input,select,textarea') ? element : element.querySelector('[aria-invalid]');
  const named = ['aria-errormessage', 'aria-describedby'].flatMap((name) =>
    (field?.getAttribute(name) ?? '').split(/\s+/).filter(Boolean),
  );
  if (named.some((id) => hasWords(document.getElementById(id)))) return true;
  const item = element.matches('input,select,textarea')
    ? (element.parentElement?.closest(formItem) ?? element.parentElement)
    : element;
  return (item ? take(item.querySelectorAll(errorWords)) : []).some(
    (each) => !each.matches('input,select,textarea') && each !== element && hasWords(each),
  );
}

const hasWords = (element: Element | null): boolean =>
  element !== null && isShown(element) && (element.textContent ?? '').trim() !== '';

/** Sound and film that cannot be stopped, or that begin by themselves (2.3). Null where there are none. */
function mediaControls(): PageCheckResult {
  const result = emptyResult('media-controls', 'moderate');
  const media = (take(document.querySelectorAll('video,audio')) as HTMLMediaElement[]).filter(
    (element) => element.localName === 'audio' || isOurs(element),
  );
  if (!media.length) return { ...result, count: null, why: 'nothing-to-check' };
  const bad = media.filter(
    (element) => (element.autoplay && !element.muted) || (element.localName === 'video' && !element.controls),
  );
  addPlaces(result, bad.map(nameOf));
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
