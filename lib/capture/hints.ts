/**
 * What page-hints.ts calls out from the page's world. A hint is untrusted: its kind must be known, its text is cut,
 * and whoever hears it reads the truth itself. `target` is the node it was called out on, or the host of the closed
 * shadow root that holds it.
 */
export type Hint = { kind: string; detail: string; target: EventTarget | null };

const eventName = 'zyb:hint';

const hearers = new Map<string, Set<(hint: Hint) => void>>();

/** One listener for all: pages set values by script in floods. */
function pass(event: Event): void {
  const text = (event as CustomEvent<unknown>).detail;
  if (typeof text !== 'string') return;
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const told = hearers.get(kind);
  if (!told?.size) return;
  const target = event.composedPath()[0] ?? event.target;
  for (const hear of told) hear({ kind, detail: text.slice(colon + 1, colon + 12_001), target });
}

/** Calls `hear` for every hint of the given kinds until the signal aborts. */
export function listenForHints(
  kinds: readonly string[],
  hear: (hint: Hint) => void,
  signal: AbortSignal,
): void {
  // The same listener is added once, and again after a page did away with all listeners.
  document.addEventListener(eventName, pass, { capture: true });
  for (const kind of kinds) {
    const told = hearers.get(kind) ?? new Set();
    hearers.set(kind, told);
    told.add(hear);
    signal.addEventListener('abort', () => told.delete(hear));
  }
}

/** Tells the hints script that a recorder listens, and, when the signal aborts, to take itself back. */
export function keepHintsAlive(signal: AbortSignal): void {
  // A plain event: the page's world would have to set up any other kind for it.
  document.dispatchEvent(new Event('zyb:go'));
  signal.addEventListener('abort', dismissHints);
}

/** After so long without a recorder's word the hints script may have taken itself back, ms: a little less than it waits. */
export const hintsMayBeGoneMs = 2500;

/**
 * Where the hints script has taken itself back before the orders came, has it `brought` again. `missed` says that what
 * it would have told until now is unknown; `back` that it tells again.
 */
export function bringHintsBack(
  { brought, missed, back }: { brought(): Promise<unknown>; missed(): void; back(): void },
  signal: AbortSignal,
): void {
  // Whoever still listens prevents it.
  if (!document.dispatchEvent(new Event('zyb:ask', { cancelable: true }))) return;
  missed();
  brought().then(
    () => {
      if (signal.aborted) return dismissHints();
      document.dispatchEvent(new Event('zyb:go'));
      back();
    },
    () => {},
  );
}

/** Tells the hints script that nobody listens any more. */
export const dismissHints = () => void document.dispatchEvent(new Event('zyb:stop'));
