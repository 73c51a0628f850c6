import type { Action } from '../model/action.ts';
import { actionOf } from './action-of.ts';
import { labelOf, meantElement } from './describe-element.ts';
import { fileMeasure } from './file-measure.ts';
import { findSelectors } from './find-selectors.ts';
import { hearEvents } from './hear-events.ts';
import { isElement, isText } from './node-kinds.ts';
import { redactWordsOf } from './redact-words-of.ts';
import { type FrameContext, freshId, type PageAction, type Watcher } from './watcher.ts';

/** A pointer that moved less than this between press and release was no drag, CSS pixels. */
export const leastWay = 20;
/** Pulling at these means something else: text is marked, a value is set, a page is scrolled. */
const ownDrags = 'input,textarea,select,option,[contenteditable],video,audio,canvas,html,[data-zyb-bar]';

/**
 * Things dragged: by the browser's own drag and drop, told with the place they were dropped at, or by the page's
 * script following the pointer (sorting, slide-to-verify). Files dropped from outside are an upload.
 */
export const watchDrag: Watcher = (report, context, signal) => {
  const options = { capture: true, passive: true, signal } as const;
  const hear = <K extends keyof DocumentEventMap>(
    kind: K,
    tell: (event: DocumentEventMap[K], on: Element) => void,
  ) =>
    hearEvents(
      [kind],
      (event, target) => {
        const element = isElement(target) ? target : isText(target) ? target.parentElement : null;
        if (event.isTrusted && element) tell(event, element);
      },
      signal,
    );

  let dragged: (Held & { onto?: { element: Element; point: Point } }) | undefined;
  /** Told when the browser says that it is over, or when anything else shows that it is. */
  const over = (at = dragged?.point) => {
    if (dragged && at) tell(dragged, dragged.onto?.point ?? at, dragged.onto?.element);
    dragged = undefined;
  };
  hear('dragstart', ({ clientX, clientY }, element) => {
    letGo();
    dragged = hold(element, { x: clientX, y: clientY });
    // Described before the drop: afterwards it may lie elsewhere, or be another element.
    dragged.action = describe(dragged);
  });
  hear('drop', ({ dataTransfer, clientX, clientY }, element) => {
    if (dragged && !dragged.onto) {
      const one = dragged;
      one.onto = { element, point: { x: clientX, y: clientY } };
      // Of a source that the page takes away now the browser says no end that anybody would hear.
      setTimeout(() => dragged === one && !one.element.isConnected && over());
      return;
    }
    over();
    const files = [...(dataTransfer?.files ?? [])].map(fileMeasure);
    if (files.length === 0) return;
    report.action(
      actionOf('upload', meantElement(element), context, {
        value: { files },
        point: { x: clientX, y: clientY },
      }),
    );
  });
  hear('dragend', ({ clientX, clientY }) => over({ x: clientX, y: clientY }));

  let pressed: (Held & { marked: Marked; moves: AbortController }) | undefined;
  const letGo = () => {
    pressed?.moves.abort();
    pressed = undefined;
  };
  hear('pointerdown', ({ button, clientX, clientY }, element) => {
    letGo();
    over();
    if (button !== 0 || element.matches(ownDrags)) return;
    const point = { x: clientX, y: clientY };
    const held = { ...hold(element, point), marked: marked(), moves: new AbortController() };
    pressed = held;
    signal.addEventListener('abort', letGo, { signal: held.moves.signal });
    addEventListener(
      'pointermove',
      (event) => {
        if (!event.isTrusted || way(held, event) < leastWay) return;
        held.action = describe(held);
        held.moves.abort();
      },
      { ...options, signal: held.moves.signal },
    );
  });
  hear('pointerup', (event) => {
    const from = pressed;
    letGo();
    if (!from || way(from, event) < leastWay) return;
    // Words were marked, and not those that were marked before.
    const now = marked();
    if (now?.some((part, n) => part !== from.marked?.[n])) return;
    tell(from, { x: event.clientX, y: event.clientY });
  });
  hear('pointercancel', letGo);

  const describe = ({ element, at, point, rect }: Held) =>
    actionOf('drag', meantElement(element), context, { id: freshId(), at, point, rect });
  const tell = (held: Held, end: Point, onto?: Element) => {
    const { point } = held;
    const action = held.action ?? describe(held);
    const by = { x: Math.round(end.x - point.x), y: Math.round(end.y - point.y) };
    const place = onto && nameOf(onto, context);
    const label = place ? `${action.label} → ${place}`.slice(0, 120) : action.label;
    report.action({ ...action, label, drop: { by, ...(onto ? takerOf(onto, end, context) : {}) } });
  };
};

type Point = { x: number; y: number };
/** What was taken hold of, where and when; described once it is sure that it is dragged. */
type Held = { at: number; element: Element; point: Point; rect: Action['rect']; action?: PageAction };

function hold(element: Element, point: Point): Held {
  const { x, y, width, height } = meantElement(element).getBoundingClientRect();
  return { at: Date.now(), element, point, rect: { x, y, width, height } };
}

type Marked = readonly unknown[] | undefined;

/** Where the words that are marked begin and end; undefined when none are. */
function marked(): Marked {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}

const way = ({ point }: Held, { clientX, clientY }: MouseEvent) =>
  Math.hypot(clientX - point.x, clientY - point.y);

function takerOf(element: Element, end: Point, { privacy, redactText }: FrameContext) {
  const { x, y } = element.getBoundingClientRect();
  return {
    selectors: findSelectors(element, {
      privacy,
      redactText: privacy === 'full' ? redactWordsOf(element, redactText) : redactText,
    }),
    inside: { x: Math.round(end.x - x), y: Math.round(end.y - y) },
  };
}

function nameOf(element: Element, { privacy, redactText }: FrameContext): string {
  const meant = meantElement(element);
  return privacy === 'full' ? redactWordsOf(meant, redactText)(labelOf(meant)).slice(0, 60) : '';
}
