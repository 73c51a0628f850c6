import { isMutation, type ReplayEvent, type ReplayNode } from './replay-event.ts';

const incrementScroll = 3;

type Told = { at: number; id: number; x: number; y: number };
type Mirror = { getNode(id: number): Node | null };

/** Where places were scrolled to, in the order in which it is told. */
export function scrollsTold(events: readonly ReplayEvent[]): Told[] {
  const told: Told[] = [];
  for (const { type, timestamp: at, data } of events) {
    const look = ({ id, attributes, childNodes }: ReplayNode) => {
      const { rr_scrollLeft: x = 0, rr_scrollTop: y = 0 } = attributes ?? {};
      if (x || y) told.push({ at, id, x: Number(x), y: Number(y) });
      childNodes?.forEach(look);
    };
    if (type === 2) {
      look(data.node);
      const { left: x, top: y } = data.initialOffset;
      told.push({ at, id: data.node.id, x, y });
    } else if (type === 3 && isMutation(data)) for (const { node } of data.adds) look(node);
    else if (type === 3 && data.source === incrementScroll && data.id !== undefined)
      told.push({ at, id: data.id, x: Number(data.x), y: Number(data.y) });
  }
  return told;
}

/**
 * Pictures and fonts come into a replay a moment after it is built; the page had them before it was scrolled. Until then
 * there is less to scroll, so what could not go as far as was told goes on whenever one has come. Returns how to let go of a
 * place, or of all.
 */
export function holdScrolls(told: readonly Told[], upTo: number, mirror: Mirror) {
  const last = new Map<number, Told>();
  for (const each of told) {
    if (each.at > upTo) continue;
    last.delete(each.id);
    last.set(each.id, each);
  }
  // A document and its root are one place.
  const places = new Map<Element, Told>();
  for (const each of last.values()) {
    const place = placeOf(mirror.getNode(each.id));
    if (place) places.set(place, each);
  }
  const held = new Map([...places].filter(([place, { x, y }]) => isTooShort(place, x, y)));
  const documents = new Set([...held.keys()].map(({ ownerDocument }) => ownerDocument));
  const goOn = () => {
    for (const [place, { x, y }] of held) {
      place.scrollTo({ left: x, top: y, behavior: 'instant' });
      if (!isTooShort(place, x, y)) held.delete(place);
    }
    stopIfDone();
  };
  const stopIfDone = () => {
    if (held.size > 0) return;
    for (const each of documents) {
      each.removeEventListener('load', goOn, true);
      each.fonts.removeEventListener('loadingdone', goOn);
    }
    documents.clear();
  };
  for (const each of documents) {
    each.addEventListener('load', goOn, true);
    each.fonts.addEventListener('loadingdone', goOn);
  }
  return {
    release(id?: number) {
      const place = id !== undefined && placeOf(mirror.getNode(id));
      if (place) held.delete(place);
      else if (id === undefined) held.clear();
      stopIfDone();
    },
  };
}

/** It stands at its end, which is not far enough. */
function isTooShort(place: Element, x: number, y: number): boolean {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = place;
  return (
    (x - scrollLeft >= 1 && scrollLeft + clientWidth >= scrollWidth - 1) ||
    (y - scrollTop >= 1 && scrollTop + clientHeight >= scrollHeight - 1)
  );
}

/** Nodes are of the classes of the replay's frame. */
function placeOf(node: Node | null): Element | null {
  if (node?.nodeType === 9) return (node as Document).scrollingElement;
  return node?.nodeType === 1 && node.isConnected ? (node as Element) : null;
}
