/**
 * Tells a parent which of its elements holds which child: the child posts its random token to the parent window, the
 * parent's recorder (listening since document start) finds the element whose window sent it and stops the message
 * there, so the page's own listeners never see it. Nothing but the token travels this way.
 */
const mark = 'zyb-frame-token';

/** Child side: posts the token now and a few times later, for a parent whose recorder came later. */
export function announceToParent(token: string, signal: AbortSignal): void {
  if (window === window.top) return;
  for (const wait of [0, 500, 2000, 6000]) {
    const timer = setTimeout(() => window.parent.postMessage(`${mark}:${token}`, '*'), wait);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
}

/** Parent side: calls `found` with each child's token and the iframe or frame element that holds it. */
export function listenForChildren(
  found: (token: string, element: Element) => void,
  signal: AbortSignal,
): void {
  window.addEventListener(
    'message',
    (event) => {
      if (typeof event.data !== 'string' || !event.data.startsWith(`${mark}:`)) return;
      event.stopImmediatePropagation();
      const token = event.data.slice(mark.length + 1);
      if (!/^[a-z0-9]{10,60}$/.test(token)) return;
      for (const element of document.querySelectorAll('iframe,frame')) {
        if ((element as HTMLIFrameElement).contentWindow === event.source) found(token, element);
      }
    },
    { capture: true, signal },
  );
}
