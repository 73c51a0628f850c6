import { findMatching } from './find-matching.ts';
import type { Healing } from './healing.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';

/** What is let go sooner looks pressed to nobody, and a click is told anyway, ms. */
const heldMs = 200;

/**
 * Tells what looks pressed (`:active`) while the pointer is held down on it, as rrweb's data of changed attributes: what
 * is drawn, or pressed for long, looks so for seconds, and no attribute says it.
 */
export function healPressed({ tell, idOf, rootOf }: Healing, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed: Element[] = [];
  const say = (elements: readonly Element[], rr_pressed: 'yes' | null) => {
    const attributes = elements.flatMap((element) => {
      const id = idOf(element);
      return id > 0 ? [{ id, attributes: { rr_pressed } }] : [];
    });
    if (attributes.length) tell({ source: 0, texts: [], removes: [], adds: [], attributes });
  };
  const letGo = () => {
    clearTimeout(timer);
    if (pressed.length) say(pressed, null);
    pressed = [];
  };
  hearEvents(
    ['pointerdown'],
    (event, origin) => {
      letGo();
      if (event.isPrimary && isElement(origin))
        timer = setTimeout(() => {
          // What is around what is pressed, and the field of a pressed label, are such too.
          pressed = findMatching(document, ':active', rootOf);
          say(pressed, 'yes');
        }, heldMs);
    },
    signal,
  );
  hearEvents(['pointerup', 'pointercancel', 'dragend'], letGo, signal);
  addEventListener('blur', letGo, { passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
