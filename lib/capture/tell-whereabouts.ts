import { idOfNode } from './lean/node-ids.ts';
import { ringOf } from './ring-of.ts';

type ReplayEvent = { type: number; timestamp: number; data: unknown };
type Position = { x: number; y: number; id: number; timeOffset: number };

const INCREMENTAL = 3;
const MOUSE_MOVE = 1;
const INTERACTION = 2;
const FOCUS = 5;

/**
 * A snapshot tells neither where the pointer nor where the keyboard is, and a replay begun with it showed both nowhere until
 * they moved: they are told again behind it. The pointer only where it was heard of since recording began. Where the
 * browser shows no ring around what has the keyboard, because it was pressed, that is told too: the press lies before
 * the snapshot. So is what fills the whole screen (heal-fullscreen.ts).
 */
export function tellWhereabouts(sink: (event: ReplayEvent) => void) {
  let pointer: Position | undefined;
  return {
    passed({ type, data }: ReplayEvent): void {
      if (type !== INCREMENTAL) return;
      const { source, positions } = data as { source?: number; positions?: Position[] };
      if (source === MOUSE_MOVE) pointer = positions?.at(-1);
    },
    tell(timestamp: number): void {
      const tell = (data: object) => sink({ type: INCREMENTAL, timestamp, data });
      if (pointer && isOver(document.documentElement))
        tell({ source: MOUSE_MOVE, positions: [{ ...pointer, timeOffset: 0 }] });
      const full = document.fullscreenElement;
      const fullId = full ? idOfNode(full) : -1;
      if (fullId > 0) {
        const attributes = [{ id: fullId, attributes: { rr_full: 'yes' } }];
        tell({ source: 0, texts: [], removes: [], adds: [], attributes });
      }
      const focused = findFocused(document);
      const id = focused ? idOfNode(focused) : -1;
      if (id > 0)
        tell({
          source: INTERACTION,
          type: FOCUS,
          id,
          ...ringOf(focused),
        });
    },
  };
}

const isOver = (root: Element | null): boolean => root?.matches(':hover') === true;

/** In components and in frames of the page's own origin, too. */
function findFocused(root: Document | ShadowRoot): Element | undefined {
  const { activeElement } = root;
  if (!activeElement) return undefined;
  const inside =
    activeElement.shadowRoot ?? (activeElement as Partial<HTMLIFrameElement>).contentDocument ?? undefined;
  if (inside) return findFocused(inside);
  return activeElement.matches(':focus') ? activeElement : undefined;
}
