/**
 * One listener a kind of event for all watchers: each call of a listener into a page's isolated world costs more than
 * most of them do, and a press or a key was told to ten of them.
 */
type Hear<E extends Event> = (event: E, origin: EventTarget | null) => void;

const hearers = new Map<string, readonly Hear<Event>[]>();
const options = { capture: true, passive: true } as const;

/**
 * Calls `hear` for each event of this kind in the document, before the page hears of it, in the order of asking; `origin`
 * is where it began, also inside an open shadow root. One that throws keeps no other from hearing.
 */
export function hearEvents<K extends keyof DocumentEventMap>(
  kinds: readonly K[],
  hear: Hear<DocumentEventMap[K]>,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const own = hear as Hear<Event>;
  for (const kind of kinds) {
    const before = hearers.get(kind);
    if (!before) document.addEventListener(kind, pass, options);
    hearers.set(kind, [...(before ?? []), own]);
  }
  signal.addEventListener('abort', () => {
    for (const kind of kinds) {
      const left = hearers.get(kind)?.filter((each) => each !== own) ?? [];
      if (left.length) {
        hearers.set(kind, left);
        continue;
      }
      hearers.delete(kind);
      document.removeEventListener(kind, pass, options);
    }
  });
}

function pass(event: Event): void {
  const origin = originOf(event);
  for (const hear of hearers.get(event.type) ?? []) {
    try {
      hear(event, origin);
    } catch (error) {
      reportError(error);
    }
  }
}

/** Where an event began. Its whole path is made only where a shadow root hides that. */
export function originOf(event: Event): EventTarget | null {
  const { target } = event;
  return (target as Partial<Element> | null)?.shadowRoot ? (event.composedPath()[0] ?? target) : target;
}
