import { findMatching } from './find-matching.ts';
import type { Healing } from './healing.ts';
import { hearEvents } from './hear-events.ts';

/** Tells which element fills the whole screen, as rrweb's data of a changed attribute: it is above all else then, and no attribute says it. */
export function healFullscreen({ tell, idOf, rootOf }: Healing, signal: AbortSignal): void {
  const find = () => (document.fullscreenElement ? findMatching(document, ':fullscreen', rootOf) : []);
  // Told with the snapshot where it was so before (tell-whereabouts.ts).
  let before = find();
  hearEvents(
    ['fullscreenchange'],
    () => {
      const now = find();
      const attributes = [
        ...before.filter((element) => !now.includes(element)).map((of) => ({ of, rr_full: null })),
        ...now.map((of) => ({ of, rr_full: 'yes' })),
      ].flatMap(({ of, rr_full }) => {
        const id = idOf(of);
        return id > 0 ? [{ id, attributes: { rr_full } }] : [];
      });
      before = now;
      if (attributes.length) tell({ source: 0, texts: [], removes: [], adds: [], attributes });
    },
    signal,
  );
}
