import type { Healing } from './healing.ts';
import { hearPopovers, isOpenPopover } from './lean/open-popovers.ts';
import { isElement } from './node-kinds.ts';

/** Tells which popovers open and close, as rrweb's data of a changed attribute (docs/adr/0067). */
export function healPopovers({ tell, idOf }: Healing, signal: AbortSignal): void {
  const onToggle = (event: Event) => {
    const [target] = event.composedPath();
    if (!isElement(target)) return;
    const isOpen = isOpenPopover(target);
    const id = idOf(target);
    if (isOpen === undefined || id <= 0) return;
    const attributes = [{ id, attributes: { rr_popover: isOpen ? 'yes' : null } }];
    tell({ source: 0, texts: [], removes: [], adds: [], attributes });
  };
  hearPopovers(onToggle, signal);
  document.addEventListener('toggle', onToggle, { capture: true, passive: true, signal });
}
