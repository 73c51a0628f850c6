import type { Healing } from './healing.ts';
import { noteBroken, noteWhole } from './lean/broken-pictures.ts';
import { isTag } from './node-kinds.ts';

/** Tells which pictures did not come: in their place browsers show what their `alt` says, and take other room for it. */
export function healBrokenPictures({ tell, idOf }: Healing, signal: AbortSignal): void {
  const hear = ({ target, type }: Event) => {
    if (!isTag(target, 'img')) return;
    if (type === 'error') noteBroken(target);
    else if (!noteWhole(target)) return;
    const id = idOf(target);
    const attributes = type === 'error' ? { rr_broken: 'yes' } : { rr_broken: null, src: target.currentSrc };
    if (id > 0) tell({ source: 0, texts: [], removes: [], adds: [], attributes: [{ id, attributes }] });
  };
  for (const kind of ['error', 'load'])
    document.addEventListener(kind, hear, { capture: true, passive: true, signal });
}
