import type { Healing } from './healing.ts';
import { readTarget, targetOf } from './lean/shown-target.ts';

/** Tells which element the address points at, as rrweb's data of a changed attribute. */
export function healTarget({ tell, idOf }: Healing, signal: AbortSignal): void {
  const look = () => {
    const before = targetOf(document);
    const now = readTarget();
    if (now === before) return;
    const attributes = [
      { of: before, rr_target: null },
      { of: now, rr_target: 'yes' },
    ].flatMap(({ of, rr_target }) => {
      const id = of ? idOf(of) : 0;
      // One that is not in the stream yet comes with it.
      return id > 0 ? [{ id, attributes: { rr_target } }] : [];
    });
    if (attributes.length) tell({ source: 0, texts: [], removes: [], adds: [], attributes });
  };
  look();
  // A browser goes to the place only when the sheets are there.
  for (const type of ['DOMContentLoaded', 'load', 'hashchange', 'popstate'])
    addEventListener(type, look, { capture: true, passive: true, signal });
}
