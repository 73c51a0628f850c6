import { frameTag } from '../model/stream.ts';
import { remapIncrement, remapNode } from './remap-ids.ts';
import type { FullSnapshotData, ReplayEvent } from './replay-event.ts';

/** A stream's events in order, children already grafted in, and the highest node id among them. */
export type FlatStream = { events: ReplayEvent[]; maxId: number };

/** From `at` until `until` the parent's node `element` holds the child that goes by `token`. */
type Hold = { token: string; element: number; at: number; after: number; until: number };

/** Room for one stream's ids: a multiple, so that a remapped id still shows where it came from. */
const idRoom = 1_000_000;
const incrementScroll = 3;

/** The tokens that a stream's own events name, each once. */
export function linkedTokens(events: readonly ReplayEvent[]): string[] {
  return [...new Set(events.flatMap((event) => linkOf(event)?.token ?? []))];
}

/**
 * Puts the children's documents into the elements of the parent that hold them. A hold ends with the parent's
 * next full snapshot (ids begin anew) or when the element is said to hold another child; a new hold begins
 * with the child's newest state, built up again at that moment. Children nobody linked are left out.
 */
export function graftFrames(parent: FlatStream, children: ReadonlyMap<string, FlatStream>): FlatStream {
  const placed: { event: ReplayEvent; after: number; turn: number }[] = [];
  parent.events.forEach((event, index) => void placed.push({ event, after: index, turn: 0 }));
  let maxId = roundUp(parent.maxId);
  let turn = 0;
  const holds = holdsOf(parent.events);
  for (const [token, child] of children) {
    const own = holds.filter((hold) => hold.token === token);
    for (const hold of own) {
      const { caughtUp, live } = heldEvents(child.events, hold, maxId, own.length > 1);
      for (const event of caughtUp) placed.push({ event, after: hold.after, turn: (turn += 1) });
      for (const event of live) placed.push({ event, after: Number.POSITIVE_INFINITY, turn: (turn += 1) });
    }
    if (own.length > 0) maxId += roundUp(child.maxId);
  }
  placed.sort(
    (a, b) => a.event.timestamp - b.event.timestamp || compare(a.after, b.after) || a.turn - b.turn,
  );
  return { events: placed.map(({ event }) => event), maxId };
}

const compare = (a: number, b: number) => (a === b ? 0 : a - b);
const roundUp = (id: number) => Math.ceil((id + 1) / idRoom) * idRoom;

function linkOf(event: ReplayEvent): { token: string; element: number } | undefined {
  if (event.type !== 5 || event.data.tag !== frameTag) return undefined;
  const { token, element } = event.data.payload as { token?: unknown; element?: unknown };
  return typeof token === 'string' && typeof element === 'number' && element > 0
    ? { token, element }
    : undefined;
}

function holdsOf(events: readonly ReplayEvent[]): Hold[] {
  const holds: Hold[] = [];
  let open: Hold[] = [];
  const close = (which: (hold: Hold) => boolean, at: number) => {
    for (const hold of open.filter(which)) hold.until = at;
    open = open.filter((hold) => !which(hold));
  };
  events.forEach((event, after) => {
    const at = event.timestamp;
    if (event.type === 2) close(() => true, at);
    const link = linkOf(event);
    if (!link || open.some(({ token, element }) => token === link.token && element === link.element)) return;
    close(({ token, element }) => token === link.token || element === link.element, at);
    const hold = { ...link, at, after, until: Number.POSITIVE_INFINITY };
    holds.push(hold);
    open.push(hold);
  });
  return holds;
}

/** A child's events while it is held: what it had become when the hold began, and what happened since. */
function heldEvents(events: readonly ReplayEvent[], hold: Hold, by: number, again: boolean) {
  const before = events.filter(({ timestamp }) => timestamp <= hold.at);
  const newest = before.findLastIndex(({ type }) => type === 2);
  const caughtUp: ReplayEvent[] = [];
  const live: ReplayEvent[] = [];
  let rootId = 0;
  const graft = (event: ReplayEvent, into: ReplayEvent[], timestamp: number) => {
    const own = again ? structuredClone(event) : event;
    if (own.type === 2) {
      rootId = own.data.node.id + by;
      into.push(...attach(own.data, hold.element, by, timestamp));
    } else if (own.type === 3 && rootId > 0 && own.data.source !== 4) {
      into.push({ type: 3, timestamp, data: remapIncrement(own.data, by, rootId) });
    }
  };
  if (newest >= 0) {
    for (const event of before.slice(newest)) if (!isMove(event)) graft(event, caughtUp, hold.at);
  }
  for (const event of events) {
    if (event.timestamp > hold.at && event.timestamp < hold.until) graft(event, live, event.timestamp);
  }
  return { caughtUp, live };
}

/** Where the pointer once was says nothing about where it is. */
const isMove = ({ type, data }: ReplayEvent) => type === 3 && 'positions' in data;

function attach(data: FullSnapshotData, element: number, by: number, timestamp: number): ReplayEvent[] {
  const node = remapNode(data.node, by, 0);
  const adds = [{ parentId: element, nextId: null, node }];
  const whole = {
    source: 0 as const,
    adds,
    removes: [],
    texts: [],
    attributes: [],
    isAttachIframe: true as const,
  };
  const { left, top } = data.initialOffset;
  const scroll = { source: incrementScroll, id: node.id, x: left, y: top };
  const events: ReplayEvent[] = [{ type: 3, timestamp, data: whole }];
  return left || top ? [...events, { type: 3, timestamp, data: scroll }] : events;
}
