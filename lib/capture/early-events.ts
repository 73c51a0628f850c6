import { isElement } from './node-kinds.ts';
import { pressPoint } from './press-point.ts';

/** A click of the walker's that came before anybody knew what to do with it. */
export type EarlyClick = { element: Element; at: number; point: { x: number; y: number } };
/** A field that the page refused as early; `message`: in the browser's own words. */
export type EarlyRefusal = { field: HTMLInputElement; at: number; message: string };
export type EarlyEvents = { clicks: EarlyClick[]; refusals: EarlyRefusal[] };

/** A page in which nobody answers for long is clicked again and again. */
const most = 20;

/** Hears what happens until it is taken: a quick hand is faster than the background's answer. */
export function hearEarlyEvents(signal: AbortSignal): { take(): EarlyEvents } {
  const clicks: EarlyClick[] = [];
  const refusals: EarlyRefusal[] = [];
  const hearing = new AbortController();
  signal.addEventListener('abort', () => hearing.abort(), { once: true });
  const options = { capture: true, passive: true, signal: hearing.signal };
  addEventListener(
    'click',
    (event) => {
      const element = event.composedPath()[0];
      if (!event.isTrusted || !isElement(element) || clicks.length >= most) return;
      if (element.hasAttribute('data-zyb-bar')) return;
      clicks.push({ element, at: Date.now(), point: pressPoint(event, element) });
    },
    options,
  );
  addEventListener(
    'invalid',
    ({ target }) => {
      const field = target as HTMLInputElement;
      if (refusals.length < most)
        refusals.push({ field, at: Date.now(), message: field.validationMessage ?? '' });
    },
    options,
  );
  return {
    take() {
      hearing.abort();
      return { clicks: clicks.splice(0), refusals: refusals.splice(0) };
    },
  };
}
