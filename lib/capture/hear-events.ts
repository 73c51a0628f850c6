import { closedRootOf, hearRoots } from './lean/known-roots.ts';
import { isElement, isShadowRoot } from './node-kinds.ts';

/**
 * One listener a kind of event for all watchers: each call of a listener into a page's isolated world costs more than
 * most of them do, and a press or a key was told to ten of them.
 */
type Hear<E extends Event> = (event: E, origin: EventTarget | null) => void;

const hearers = new Map<string, readonly Hear<Event>[]>();
const options = { capture: true, passive: true } as const;
/** Of these nothing is heard outside of the shadow root in which they happen; of the keyboard's way, where it goes from one part of it to another. */
const staysInside = new Set(['change', 'submit', 'reset', 'invalid', 'focusin', 'focusout']);
const insides = new Map<string, AbortController>();

/**
 * Calls `hear` for each event of this kind in the document and its shadow roots, before the page hears of it, in the order
 * of asking; `origin` is where it began. The window is listened at: what a page stops there never comes to the document.
 * One that throws keeps no other from hearing.
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
    if (!before) begin(kind);
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
      removeEventListener(kind, pass, options);
      insides.get(kind)?.abort();
    }
  });
}

function begin(kind: string): void {
  addEventListener(kind, pass, options);
  if (!staysInside.has(kind)) return;
  const inside = new AbortController();
  insides.set(kind, inside);
  const { signal } = inside;
  hearRoots((root) => root.addEventListener(kind, pass, { ...options, signal }), signal);
}

/** Heard at the window last: what comes out of a root is, before it is there. */
let heard: Event | undefined;

function pass(event: Event): void {
  if (!isShadowRoot(event.currentTarget)) heard = event;
  else if (event === heard) return;
  // Our own bar stands outside the page, and keeps what is done in it to itself.
  if ((event.target as Partial<Element> | null)?.hasAttribute?.('data-zyb-bar')) return;
  const origin = originOf(event);
  for (const hear of hearers.get(event.type) ?? []) {
    try {
      hear(event, origin);
    } catch (error) {
      reportError(error);
    }
  }
}

/** Where an event began, also in a shadow root. Its whole path is made only where such a root hides that. */
export function originOf(event: Event): EventTarget | null {
  const { target } = event;
  let origin = (target as Partial<Element> | null)?.shadowRoot ? (event.composedPath()[0] ?? target) : target;
  // The path ends at a closed root: what lies there under the pointer, or has the focus, is meant.
  for (let root = closedRootOf(origin); root; root = closedRootOf(origin)) {
    const { clientX: x, clientY: y } = event as MouseEvent;
    const inside = x === undefined ? root.activeElement : root.elementFromPoint(x, y);
    if (!isElement(inside) || inside.getRootNode() !== root) break;
    origin = inside;
  }
  return origin;
}
