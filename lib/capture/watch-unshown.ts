import { labelOf, roleOf, shorten } from './describe-element.ts';
import { isShown } from './is-shown.ts';
import { freshId, type PageGap, type Watcher } from './watcher.ts';
import { whenSettled } from './when-settled.ts';

/** Whatever is smaller says little, CSS pixels. */
const leastSide = 50;
/** Gaps a page may name. */
const mostTold = 20;
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
  }, signal);
  const tell = (element: Element, since: number) => {
    if (told.size >= mostTold || told.has(element) || !hidesItself(element) || !isShown(element)) return;
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width < leastSide || height < leastSide) return;
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
    report.gap(gap);
  };
  const end = () => {
    for (const gap of told.values()) report.gap({ ...gap, to: Date.now() });
    told.clear();
  };
  addEventListener('pagehide', end, { capture: true, signal });
  signal.addEventListener('abort', end);
};

/** A frame is recorded by itself, unless it holds a document that is no page. */
const hidesItself = (element: Element) =>
  element.localName !== 'iframe' || /\.pdf(?:$|\?)/i.test(element.getAttribute('src') ?? '');
