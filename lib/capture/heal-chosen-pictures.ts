import type { Healing } from './healing.ts';
import { chosenFor, densityOf } from './lean/chosen-picture.ts';
import { isTag } from './node-kinds.ts';

/**
 * Tells which of its files a picture shows as soon as that has come: until then the browser does not say which one it has
 * chosen, and a snapshot has the placeholder. The size by which a file goes is part of the choice.
 */
export function healChosenPictures({ tell, idOf }: Healing, signal: AbortSignal): void {
  const hear = ({ target }: Event) => {
    if (!isTag(target, 'img')) return;
    const src = chosenFor(target);
    const density = src && densityOf(target);
    if (!src || (src === target.src && !density)) return;
    const id = idOf(target);
    // One that is not in the stream yet comes with what it shows.
    const attributes = { src, rr_density: density ?? null };
    if (id > 0) tell({ source: 0, texts: [], removes: [], adds: [], attributes: [{ id, attributes }] });
  };
  document.addEventListener('load', hear, { capture: true, passive: true, signal });
}
