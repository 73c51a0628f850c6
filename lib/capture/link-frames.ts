/**
 * Tells a parent which of its elements holds which child: the child posts its random token to the parent window, the
 * parent's script (listening since document start) stops the message there, so the page's own listeners never see it,
 * and its recorder finds the element whose window sent it. Nothing but the token travels this way.
 */
const mark = 'zyb-frame-token';

/** No page a person can use has more frames that announce themselves before anybody asks. */
const mostHeld = 500;

/** Called with a child's token and the window it came from. */
export type HearChild = (token: string, from: MessageEventSource | null) => void;
export type Children = { tell(hear: HearChild): void };

/** Child side: posts the token now and a few times later, for a parent whose recorder came later. */
export function announceToParent(token: string, signal: AbortSignal): void {
  if (window === window.top) return;
  for (const wait of [0, 500, 2000, 6000]) {
    const timer = setTimeout(() => window.parent.postMessage(`${mark}:${token}`, '*'), wait);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
}

/**
 * Parent side, to be called before anything else of the page can run: keeps what children announce to itself, and hands
 * it over once somebody wants to be told. Where nobody does (the unified login) it ends here.
 */
export function hearChildren(signal: AbortSignal): Children {
  const held: Parameters<HearChild>[] = [];
  let hear: HearChild = (...child) => {
    if (held.length < mostHeld) held.push(child);
  };
  window.addEventListener(
    'message',
    (event) => {
      if (typeof event.data !== 'string' || !event.data.startsWith(`${mark}:`)) return;
      event.stopImmediatePropagation();
      const token = event.data.slice(mark.length + 1);
      if (/^[a-z0-9]{10,60}$/.test(token)) hear(token, event.source);
    },
    { capture: true, signal },
  );
  return {
    tell(to) {
      hear = to;
      for (const child of held.splice(0)) to(...child);
    },
  };
}
