import { labelOf, roleOf, shorten } from './describe-element.ts';
import { isShown } from './is-shown.ts';
import { knownRoots } from './lean/known-roots.ts';
import { isElement } from './node-kinds.ts';
import { freshId, type PageGap, type Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { whenSettled } from './when-settled.ts';

/** Whatever is smaller says little, CSS pixels; a drawn captcha is 38 high. */
const leastSide = 30;
/** Gaps a page may name. */
const mostTold = 60;
/** A press on one changes it: so long after the last press, ms, a picture of what it has become is asked for. */
const pressedMs = 800;
const embedded = ['canvas', 'video', 'object', 'embed', 'iframe'];

/**
 * Parts of a page that no replay shows: canvases, videos, embedded documents. Each is a gap with its kind, name and
 * place, from when it was seen until the page is left; the gap asks for a picture, which shows them.
 */
export const watchUnshown: Watcher = (report, context, signal) => {
  const told = new Map<Element, PageGap & { id: string }>();
  whenSettled((since) => {
    if (document.visibilityState === 'hidden') return;
    for (const tag of embedded) {
      const all = document.getElementsByTagName(tag);
      for (let n = 0; n < all.length; n += 1) tell(all[n] as Element, since);
    }
    for (const root of knownRoots())
      for (const element of root.querySelectorAll(embedded.join())) tell(element, since);
  }, signal);
  const tell = (element: Element, since: number) => {
    if (told.size >= mostTold || told.has(element) || !hidesItself(element) || !isShown(element)) return;
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width < leastSide || height < leastSide) return;
    // Kits lay unseen documents over what they measure.
    if (getComputedStyle(element).opacity === '0') return;
    const name = context.privacy === 'full' ? shorten(context.redactText(labelOf(element))) : '';
    const place = [x, y, width, height].map(Math.round).join(',');
    const gap = {
      id: freshId(),
      from: since,
      to: since,
      why: 'not-shown' as const,
      detail: [roleOf(element), name, place].filter(Boolean).join(' '),
    };
    told.set(element, gap);
    hearPresses();
    report.gap(gap);
  };
  const pressed = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hears = false;
  const hearPresses = () => {
    if (hears) return;
    hears = true;
    const hear = (event: Event) => {
      const element = event.composedPath()[0];
      if (!event.isTrusted || !isElement(element) || !told.has(element)) return;
      pressed.add(element);
      clearTimeout(timer);
      timer = setTimeout(tellAgain, pressedMs);
    };
    addEventListener('pointerup', hear, { capture: true, passive: true, signal });
  };
  const tellAgain = () => {
    for (const element of pressed) {
      const gap = told.get(element);
      if (gap) report.gap({ ...gap, to: Date.now() });
    }
    pressed.clear();
  };
  const end = () => {
    clearTimeout(timer);
    for (const gap of told.values()) report.gap({ ...gap, to: Date.now() });
    told.clear();
  };
  whenLeft('tell', end, signal);
  signal.addEventListener('abort', end);
};

/** A frame is recorded by itself, unless it holds a document that is no page; a control of another browser shows what stands inside. */
const hidesItself = (element: Element) =>
  element.localName === 'iframe'
    ? /\.pdf(?:$|\?)/i.test(element.getAttribute('src') ?? '')
    : element.localName !== 'object' || !(element.hasAttribute('classid') || isFlash(element));

const isFlash = (element: Element) =>
  /shockwave-flash|\.swf(?:$|[?#])/i.test(`${element.getAttribute('type')} ${element.getAttribute('data')}`);
