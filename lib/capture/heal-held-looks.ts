import type { Healing } from './healing.ts';
import { readHeld } from './lean/held-looks.ts';
import { knownRoots } from './lean/known-roots.ts';
import { whenSettled } from './when-settled.ts';

/** Tells what scripts' animations leave elements looking like, as rrweb's data of a changed attribute. */
export function healHeldLooks({ tell, idOf }: Healing, signal: AbortSignal): void {
  const heard = new WeakSet<Animation>();
  const look = () => {
    const attributes = readHeld([document, ...knownRoots()], (animation) => {
      if (heard.has(animation)) return;
      heard.add(animation);
      animation.addEventListener('finish', () => askAgain(), { once: true, signal });
    }).flatMap(([element, held]) => {
      const id = idOf(element);
      // One that is not in the stream yet comes with it.
      return id > 0 ? [{ id, attributes: { rr_held: held || null } }] : [];
    });
    if (attributes.length) tell({ source: 0, texts: [], removes: [], adds: [], attributes });
  };
  let askAgain = () => {};
  // Only once the watchers have begun: they must hear of a press before looks do, and the first to look hears for all.
  queueMicrotask(() => {
    if (!signal.aborted) askAgain = whenSettled(look, signal);
  });
}
