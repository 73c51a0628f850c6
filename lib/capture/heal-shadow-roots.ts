import type { Healing } from './healing.ts';
import { listenForHints } from './hints.ts';
import { isElement, isShadowRoot } from './node-kinds.ts';

/**
 * Watches the shadow roots that the page's script attaches, closed ones included, from the moment they are attached, and
 * looks for those that came with markup (`setHTMLUnsafe`), before that is told.
 */
export function healShadowRoots(healing: Healing, signal: AbortSignal): void {
  listenForHints(
    ['shadow'],
    ({ target, detail }) => {
      const isOfMarkup = detail !== 'open' && detail !== 'closed';
      if (isOfMarkup && (isElement(target) || isShadowRoot(target))) return meetRootsIn(target, healing);
      if (!isElement(target)) {
        // Its host is not in the page yet: whatever comes into it is asked.
        if (detail !== 'open') healing.askForClosedRoots();
        return;
      }
      const root = healing.rootOf(target);
      // One that is yet to come is told with its root.
      if (!root || healing.idOf(target) <= 0) return;
      healing.watchRoot(root);
      // Told late: what is in it already was never seen to come.
      if (root.firstChild) healing.checkoutSoon();
    },
    signal,
  );
}

/** Asks each element in this place for its root: one that is asked for once is known from then on. */
function meetRootsIn(place: Element | ShadowRoot, healing: Healing): void {
  // What a closed root of its own holds is called out on its host.
  const own = isElement(place) ? healing.rootOf(place) : null;
  if (own) meetRootsIn(own, healing);
  for (const element of place.querySelectorAll('*')) {
    const root = healing.rootOf(element);
    if (root) meetRootsIn(root, healing);
  }
}
