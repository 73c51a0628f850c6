/** A click of the walker's that came before anybody knew what to do with it. */
export type EarlyClick = { element: Element; at: number; point: { x: number; y: number } };

/** A page in which nobody answers for long is clicked again and again. */
const most = 20;

/** Hears the walker's clicks until they are taken: a quick hand is faster than the background's answer. */
export function hearEarlyClicks(signal: AbortSignal): { take(): EarlyClick[] } {
  const clicks: EarlyClick[] = [];
  const hear = (event: MouseEvent) => {
    const element = event.composedPath()[0];
    if (!event.isTrusted || !(element instanceof Element) || clicks.length >= most) return;
    if (element.hasAttribute('data-zyb-bar')) return;
    clicks.push({ element, at: Date.now(), point: { x: event.clientX, y: event.clientY } });
  };
  const options = { capture: true, passive: true, signal };
  document.addEventListener('click', hear, options);
  return {
    take() {
      document.removeEventListener('click', hear, options);
      return clicks.splice(0);
    },
  };
}
