import type { Healing } from './healing.ts';
import { assignedTo, hearSlots } from './lean/hand-filled-slots.ts';
import { isTag } from './node-kinds.ts';
import { whenLeft } from './when-left.ts';

/** Slots changed in one go are told once, after this, ms; so long those wait again whose nodes are yet to be told. */
const gatheredMs = 60;
const mostTries = 20;

/** Tells what the page's script puts into slots by hand, as rrweb's data of a changed attribute (docs/adr/0072). */
export function healHandFilledSlots({ tell, idOf }: Healing, signal: AbortSignal): void {
  const changed = new Map<HTMLSlotElement, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const [slot, tries] of changed) {
      const id = idOf(slot);
      const assigned = assignedTo(slot);
      const waits = assigned?.isWhole === false && tries < mostTries;
      if (waits) changed.set(slot, tries + 1);
      else changed.delete(slot);
      // One that is yet to come is told with what is in it.
      if (!assigned || id <= 0 || (waits && tries > 0)) continue;
      const attributes = [{ id, attributes: { rr_assigned: assigned.ids ?? null } }];
      tell({ source: 0, texts: [], removes: [], adds: [], attributes });
    }
    if (changed.size) timer = setTimeout(flush, gatheredMs);
  };
  hearSlots(({ target }) => {
    if (!isTag(target, 'slot')) return;
    changed.set(target, 0);
    timer ??= setTimeout(flush, gatheredMs);
  }, signal);
  whenLeft('tell', () => timer !== undefined && flush(), signal, true);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
