import { actionOf } from './action-of.ts';
import type { Watcher } from './watcher.ts';

/** Typing into a part of the page that can be written in: one action from the first key until it is left, told by length. */
export const watchRichText: Watcher = (report, context, signal) => {
  const typing = new Map<HTMLElement, number>();
  const options = { capture: true, passive: true, signal } as const;
  const tell = (place: HTMLElement) => {
    const at = typing.get(place);
    if (at === undefined) return;
    typing.delete(place);
    report.action(actionOf('type', place, context, { at, value: { length: place.innerText.trim().length } }));
  };
  document.addEventListener(
    'input',
    (event) => {
      const place = event.isTrusted ? writtenIn(event.composedPath()[0]) : undefined;
      if (place && !typing.has(place)) typing.set(place, Date.now());
    },
    options,
  );
  document.addEventListener(
    'focusout',
    (event) => {
      const place = writtenIn(event.composedPath()[0]);
      if (place) tell(place);
    },
    options,
  );
  addEventListener(
    'pagehide',
    () => {
      for (const place of Array.from(typing.keys())) tell(place);
    },
    options,
  );
};

/** The outermost element around it that can be written in. */
function writtenIn(target: EventTarget | undefined): HTMLElement | undefined {
  let place = target instanceof HTMLElement && target.isContentEditable ? target : undefined;
  while (place?.parentElement?.isContentEditable) place = place.parentElement;
  return place;
}
