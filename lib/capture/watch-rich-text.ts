import { actionOf } from './action-of.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';
import { createTypingTimes } from './typing-times.ts';
import type { Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { hearWriting } from './written-by-hand.ts';

/** Typing into a part of the page that can be written in: one action from the first key until it is left, told by length. */
export const watchRichText: Watcher = (report, context, signal) => {
  const typing = createTypingTimes<HTMLElement>();
  const tell = (place: HTMLElement) => {
    const when = typing.take(place);
    if (!when) return;
    report.action(
      actionOf('type', place, context, { ...when, value: { length: place.innerText.trim().length } }),
    );
  };
  const isByHand = hearWriting(signal);
  hearEvents(
    ['input'],
    (event, origin) => {
      const place = isByHand(event) ? writtenIn(origin) : undefined;
      if (place) typing.keyIn(place);
    },
    signal,
  );
  hearEvents(
    ['focusout'],
    (_event, origin) => {
      const place = writtenIn(origin);
      if (place) tell(place);
    },
    signal,
  );
  const leaveAll = () => {
    for (const place of typing.places()) tell(place);
  };
  whenLeft('tell', leaveAll, signal, true);
  signal.addEventListener('abort', leaveAll);
};

/** The outermost element around it that can be written in. */
function writtenIn(target: EventTarget | null): HTMLElement | undefined {
  let place =
    isElement(target) && (target as HTMLElement).isContentEditable ? (target as HTMLElement) : undefined;
  while (place?.parentElement?.isContentEditable) place = place.parentElement;
  return place;
}
