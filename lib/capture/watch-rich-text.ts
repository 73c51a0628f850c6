import { actionOf } from './action-of.ts';
import { isElement } from './node-kinds.ts';
import { createTypingTimes } from './typing-times.ts';
import type { Watcher } from './watcher.ts';

/** Typing into a part of the page that can be written in: one action from the first key until it is left, told by length. */
export const watchRichText: Watcher = (report, context, signal) => {
  const typing = createTypingTimes<HTMLElement>();
  const options = { capture: true, passive: true, signal } as const;
  const tell = (place: HTMLElement) => {
    const when = typing.take(place);
    if (!when) return;
    report.action(
      actionOf('type', place, context, { ...when, value: { length: place.innerText.trim().length } }),
    );
  };
  document.addEventListener(
    'input',
    (event) => {
      const place = event.isTrusted ? writtenIn(event.composedPath()[0]) : undefined;
      if (place) typing.keyIn(place);
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
      for (const place of typing.places()) tell(place);
    },
    options,
  );
};

/** The outermost element around it that can be written in. */
function writtenIn(target: EventTarget | undefined): HTMLElement | undefined {
  let place =
    isElement(target) && (target as HTMLElement).isContentEditable ? (target as HTMLElement) : undefined;
  while (place?.parentElement?.isContentEditable) place = place.parentElement;
  return place;
}
