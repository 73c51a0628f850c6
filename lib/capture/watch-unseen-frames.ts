import { labelOf, roleOf, shorten } from './describe-element.ts';
import { isShown } from './is-shown.ts';
import { type FrameContext, freshId, type PageGap, type Report } from './watcher.ts';
import { whenLeft } from './when-left.ts';

/** A frame that has come and is recorded has said so by then, ms after it was met or has loaded. */
const settledMs = 3000;
/** Whatever is smaller says little, CSS pixels. */
const leastSide = 50;
/** Gaps a page may name. */
const mostTold = 20;
/** Named by watch-unshown.ts. */
const isPaper = 'iframe[src$=".pdf" i],iframe[src*=".pdf?" i]';

type Frame = HTMLIFrameElement | HTMLFrameElement;
type Known = { tokens: Set<string>; loads: number; at: number; timer?: ReturnType<typeof setTimeout> };

/**
 * Frames that no script of ours reached and no script can read (refused embedding, failed, the unified login): a replay
 * shows them empty, so each is a gap with its name and place, which asks for a picture. A page without frames pays
 * nothing: whoever serialises a frame says so.
 */
export function watchUnseenFrames(
  report: Pick<Report, 'gap'>,
  context: Pick<FrameContext, 'redactText'>,
  signal: AbortSignal,
): { met(frame: Element): void; reached(frame: Element, token: string): void } {
  const frames = new WeakMap<Element, Known>();
  const told = new Map<Element, PageGap & { id: string }>();

  const knownOf = (frame: Element): Known => {
    let known = frames.get(frame);
    if (!known) {
      const made: Known = { tokens: new Set(), loads: 0, at: Date.now() };
      frames.set(frame, made);
      known = made;
      const onLoad = () => {
        made.loads += 1;
        made.at = Date.now();
        lookSoon(frame, made);
      };
      frame.addEventListener('load', onLoad, { signal });
      lookSoon(frame, made);
    }
    return known;
  };
  const lookSoon = (frame: Element, known: Known) => {
    clearTimeout(known.timer);
    known.timer = setTimeout(() => look(frame as Frame, known), settledMs);
  };
  const look = (frame: Frame, known: Known) => {
    if (signal.aborted) return;
    // Each document that our script is in gives one token and loads once at most.
    if (frame.contentDocument || (known.tokens.size > 0 && known.loads <= known.tokens.size))
      return over(frame);
    if (told.has(frame) || told.size >= mostTold || frame.matches(isPaper) || !isShown(frame)) return;
    const { x, y, width, height } = placeOf(frame);
    if (width < leastSide || height < leastSide) return;
    const name = shorten(context.redactText(labelOf(frame)));
    const detail = [roleOf(frame), name, [x, y, width, height].map(Math.round).join(',')];
    const gap = {
      id: freshId(),
      from: known.at,
      to: Date.now(),
      why: 'frame-unseen' as const,
      detail: detail.filter(Boolean).join(' '),
    };
    told.set(frame, gap);
    report.gap(gap);
  };
  const over = (frame: Element) => {
    const gap = told.get(frame);
    if (gap) report.gap({ ...gap, to: Date.now() });
    told.delete(frame);
  };
  const end = () => {
    for (const frame of told.keys()) over(frame);
  };
  whenLeft('tell', end, signal);
  signal.addEventListener('abort', end);

  return {
    met: (frame) => void knownOf(frame),
    reached(frame, token) {
      knownOf(frame).tokens.add(token);
      over(frame);
    },
  };
}

/** Where a frame stands in the recording frame's window, also from inside a same-origin one. */
function placeOf(frame: Frame): { x: number; y: number; width: number; height: number } {
  const box = frame.getBoundingClientRect();
  let { x, y } = box;
  for (let view = frame.ownerDocument.defaultView; view && view !== window && view.frameElement; ) {
    const outer = view.frameElement.getBoundingClientRect();
    x += outer.x;
    y += outer.y;
    view = view.frameElement.ownerDocument.defaultView;
  }
  return { x, y, width: box.width, height: box.height };
}
