import { actionOf } from './action-of.ts';
import { labelOf, meantElement } from './describe-element.ts';
import { fileMeasure } from './file-measure.ts';
import { type FrameContext, freshId, type Watcher } from './watcher.ts';

/** A pointer that moved less than this between press and release was no drag, CSS pixels. */
const leastWay = 20;
/** Pulling at these means something else: text is marked, a value is set, a page is scrolled. */
const ownDrags = 'input,textarea,select,option,[contenteditable],video,audio,canvas,html';

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
    document.addEventListener(
      kind,
      (event) => {
        const target = event.composedPath()[0];
        const element =
          target instanceof Element ? target : target instanceof Text ? target.parentElement : null;
        if (event.isTrusted && element) tell(event, element);
      },
      options,
    );

  let dragged: { at: number; element: Element; point: { x: number; y: number }; onto?: Element } | undefined;
  hear('dragstart', ({ clientX, clientY }, element) => {
    pressed = undefined;
    dragged = { at: Date.now(), element, point: { x: clientX, y: clientY } };
  });
  hear('drop', ({ dataTransfer, clientX, clientY }, element) => {
    if (dragged) {
      dragged.onto = element;
      return;
    }
    const files = [...(dataTransfer?.files ?? [])].map(fileMeasure);
    if (files.length === 0) return;
    report.action(
      actionOf('upload', meantElement(element), context, {
        value: { files },
        point: { x: clientX, y: clientY },
      }),
    );
  });
  hear('dragend', () => {
    if (dragged) tell(dragged.element, dragged, dragged.onto);
    dragged = undefined;
  });

  let pressed: { at: number; element: Element; point: { x: number; y: number } } | undefined;
  hear('pointerdown', ({ button, clientX, clientY }, element) => {
    pressed =
      button === 0 && !element.matches(ownDrags)
        ? { at: Date.now(), element, point: { x: clientX, y: clientY } }
        : undefined;
  });
  hear('pointerup', ({ clientX, clientY }) => {
    const from = pressed;
    pressed = undefined;
    if (!from || Math.hypot(clientX - from.point.x, clientY - from.point.y) < leastWay) return;
    // Words were marked.
    if (getSelection()?.isCollapsed === false) return;
    tell(from.element, from);
  });
  hear('pointercancel', () => {
    pressed = undefined;
  });

  const tell = (
    element: Element,
    { at, point }: { at: number; point: { x: number; y: number } },
    onto?: Element,
  ) => {
    const action = actionOf('drag', meantElement(element), context, { id: freshId(), at, point });
    const place = onto && nameOf(onto, context);
    report.action(place ? { ...action, label: `${action.label} → ${place}`.slice(0, 120) } : action);
  };
};

const nameOf = (element: Element, { privacy, redactText }: FrameContext): string =>
  privacy === 'full' ? redactText(labelOf(meantElement(element))).slice(0, 60) : '';
