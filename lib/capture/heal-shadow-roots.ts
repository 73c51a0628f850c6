import type { Healing } from './healing.ts';
import { listenForHints } from './hints.ts';
import { isElement } from './node-kinds.ts';

/** Watches the shadow roots that the page's script attaches, closed ones included, from the moment they are attached. */
export function healShadowRoots(healing: Healing, signal: AbortSignal): void {
  listenForHints(
    ['shadow'],
    ({ target, detail }) => {
      if (!isElement(target)) {
        // Its host is not in the page yet: whatever comes into it is asked.
        if (detail === 'closed') healing.askForClosedRoots();
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
