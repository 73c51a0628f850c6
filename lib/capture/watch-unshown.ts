import { labelOf, roleOf, shorten } from './describe-element.ts';
import { isShown } from './is-shown.ts';
import { freshId, type PageGap, type Watcher } from './watcher.ts';
import { whenSettled } from './when-settled.ts';

/** Whatever is smaller says little, CSS pixels. */
const leastSide = 50;
/** Gaps a page may name. */
const mostTold = 20;
const embedded = 'canvas,video,object,embed,iframe[src$=".pdf" i],iframe[src*=".pdf?" i]';

/**
 * Parts of a page that no replay shows: canvases, videos, embedded documents. Each is a gap with its kind, name and
 * place, from when it was seen until the page is left; the gap asks for a picture, which shows them.
 */
export const watchUnshown: Watcher = (report, context, signal) => {
  const told = new Map<Element, PageGap & { id: string }>();
  whenSettled((since) => {
    if (document.visibilityState === 'hidden') return;
    for (const element of document.querySelectorAll(embedded)) {
      if (told.size >= mostTold || told.has(element) || !isShown(element)) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width < leastSide || height < leastSide) continue;
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
    }
  }, signal);
  const end = () => {
    for (const gap of told.values()) report.gap({ ...gap, to: Date.now() });
    told.clear();
  };
  addEventListener('pagehide', end, { capture: true, signal });
  signal.addEventListener('abort', end);
};
