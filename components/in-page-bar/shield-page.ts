const pointer = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'pointercancel',
  'wheel',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'dragstart',
  'drop',
  'focusin',
  'focusout',
];
const typing = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'copy',
  'cut',
  'paste',
  'compositionstart',
  'compositionupdate',
  'compositionend',
];

/**
 * Keeps what happens in the bar away from the page. Pointer events stop at the host. Typing stops at the window,
 * before any listener that was added there later and before all others, so that a portal's script does not read a
 * note or take a key for its own; the field still takes the text, and the bar gets `onKey` and `onInput` instead.
 */
export function shieldPage(
  host: HTMLElement,
  hears: { onKey(event: KeyboardEvent): void; onInput(): void },
  signal: AbortSignal,
): void {
  for (const type of pointer) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  const stop = (event: Event) => {
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown') hears.onKey(event as KeyboardEvent);
    if (event.type === 'input') hears.onInput();
  };
  const view = host.ownerDocument.defaultView;
  for (const type of typing) view?.addEventListener(type, stop, { capture: true, signal });
}
