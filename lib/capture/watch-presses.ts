import { hearEvents } from './hear-events.ts';
import { leastWay } from './watch-drag.ts';
import type { PageAction } from './watcher.ts';
import { whenLeft } from './when-left.ts';

/** What the pointer went down on, read before the page hears of it. */
export type Press = {
  element: Element;
  clickable: boolean;
  /** Tells it as a click at this moment. */
  tell(at: number, told: (action: PageAction) => void): void;
};
type Held = Press & { at: number; x: number; y: number };

/**
 * Follows presses to their click. A page may act when the pointer goes down and take away what was pressed (a list of
 * suggestions, an old menu): then no click comes, or one on whatever lay behind, and the press itself is told by `report`.
 * `read` describes what is pressed; undefined for what is no action. `take` gives back the press that a click on this element
 * belongs to, which may have gone down on a part of it, or `told` when it was told instead of that click.
 */
export function watchPresses(
  read: (event: PointerEvent, origin: EventTarget | null) => Press | undefined,
  report: (action: PageAction) => void,
  signal: AbortSignal,
) {
  let held: Held | undefined;
  const letGo = () => {
    held = undefined;
  };
  const tell = (press: Held) => {
    letGo();
    press.tell(press.at, report);
  };
  hearEvents(
    ['pointerdown'],
    (event, origin) => {
      letGo();
      const press = event.button === 0 ? read(event, origin) : undefined;
      if (press) held = { ...press, at: Date.now(), x: event.clientX, y: event.clientY };
    },
    signal,
  );
  hearEvents(
    ['pointerup'],
    ({ clientX, clientY }) => {
      const press = held;
      if (!press) return;
      if (Math.hypot(clientX - press.x, clientY - press.y) >= leastWay) return letGo();
      // Its click, where there is one, comes within this turn.
      setTimeout(() => held === press && (isGone(press.element) ? tell(press) : letGo()));
    },
    signal,
  );
  hearEvents(['pointercancel', 'dragstart'], letGo, signal);
  // It went elsewhere while the pointer was down.
  whenLeft('tell', () => held && tell(held), signal);

  return {
    take(element: Element, { detail }: MouseEvent): Press | 'told' | undefined {
      const press = held;
      // Keys press without a pointer.
      if (!press || detail === 0) return undefined;
      // Something moved under the pointer: the browser tells the click of what is around both places.
      if (press.element === element || element.contains(press.element)) {
        letGo();
        return press;
      }
      if (!isGone(press.element)) return undefined;
      tell(press);
      return 'told';
    },
  };
}

const isGone = (element: Element) => !element.isConnected || element.getClientRects().length === 0;
