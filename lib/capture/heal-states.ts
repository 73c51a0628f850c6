import { findStateNames, hasOwnElements } from './find-state-names.ts';
import type { Healing } from './healing.ts';
import { listenForHints } from './hints.ts';
import { noteStates, readStates } from './lean/custom-states.ts';
import { knownRoots } from './lean/known-roots.ts';
import { whenLeft } from './when-left.ts';

/** States set in one go are read once, after this, ms; and never take more than a twentieth of the page's time. */
const gatheredMs = 60;
const share = 20;
/** Whoever knows of states that were set before has told them by then, ms. */
const toldByMs = 1000;

/** Tells the states that custom elements set themselves, as rrweb's data of a changed attribute. */
export function healStates({ tell, idOf }: Healing, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  const places = () => [document, ...knownRoots()];
  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    const began = performance.now();
    const attributes = readStates(places()).flatMap(([element, states]) => {
      const id = idOf(element);
      // One that is not in the stream yet comes with them.
      return id > 0 ? [{ id, attributes: { rr_states: states || null } }] : [];
    });
    cost = performance.now() - began;
    if (attributes.length) tell({ source: 0, texts: [], removes: [], adds: [], attributes });
  };
  // A page that was there before its recorder may have set some that nobody heard of.
  if (document.readyState === 'complete')
    setTimeout(() => {
      if (signal.aborted || !hasOwnElements(document)) return;
      noteStates(findStateNames(places()));
      look();
    }, toldByMs);

  listenForHints(
    ['state'],
    ({ detail }) => {
      if (!detail) return;
      noteStates(detail.split(','));
      timer ??= setTimeout(look, Math.max(gatheredMs, cost * share));
    },
    signal,
  );
  whenLeft('tell', () => timer !== undefined && look(), signal, true);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
