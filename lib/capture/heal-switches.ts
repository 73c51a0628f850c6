import type { Healing } from './healing.ts';
import { listenForHints } from './hints.ts';
import { noteOff, switchOf } from './lean/switched-sheets.ts';
import { isTag } from './node-kinds.ts';
import { whenLeft } from './when-left.ts';

/** Switches made in one go are told once, after this, ms. */
const gatheredMs = 60;

/** Tells which sheets the page's script switches on and off, as rrweb's data of a changed attribute. */
export function healSwitches({ tell, idOf }: Healing, signal: AbortSignal): void {
  const changed = new Set<HTMLStyleElement | HTMLLinkElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const told = [...changed].flatMap((owner) => {
      const id = idOf(owner);
      const attributes = switchOf(owner);
      return id > 0 && Object.keys(attributes).length ? [{ id, attributes }] : [];
    });
    changed.clear();
    if (told.length) tell({ source: 0, texts: [], removes: [], adds: [], attributes: told });
  };
  listenForHints(
    ['switch'],
    ({ target }) => {
      if (!isTag(target, 'style', 'link')) return;
      noteOff(target);
      changed.add(target);
      timer ??= setTimeout(flush, gatheredMs);
    },
    signal,
  );
  whenLeft('tell', flush, signal, true);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
