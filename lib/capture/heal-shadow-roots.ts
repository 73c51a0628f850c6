import { listenForHints } from './hints.ts';
import { askForClosedRoots, rootOf } from './lean/install.ts';
import { idOfNode } from './lean/node-ids.ts';
import type { RrwebHooks } from './lean/rrweb-hooks.ts';

/** Watches the shadow roots that the page's script attaches, closed ones included, from the moment they are attached. */
export function healShadowRoots(hooks: RrwebHooks, checkoutSoon: () => void, signal: AbortSignal): void {
  listenForHints(
    ['shadow'],
    ({ target, detail }) => {
      if (!(target instanceof Element)) {
        // Its host is not in the page yet: whatever comes into it is asked.
        if (detail === 'closed') askForClosedRoots();
        return;
      }
      const root = rootOf(target, true);
      // One that is yet to come is told with its root.
      if (!root || idOfNode(target) <= 0) return;
      hooks.addShadowRoot?.(root);
      // Told late: what is in it already was never seen to come.
      if (root.firstChild) checkoutSoon();
    },
    signal,
  );
}
