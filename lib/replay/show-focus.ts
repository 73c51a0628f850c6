import { isMutation, type ReplayEvent, type ReplayNode } from './replay-event.ts';
import { focusMark } from './shown-states.ts';

/*
 * The focus itself belongs to the one who watches, so no part of a replay ever has it: it is told by a mark.
 */

const interaction = 2;
const focus = 5;
const blur = 6;

/** The events with a change of attributes wherever the keyboard went to another element. */
export function showFocus(events: readonly ReplayEvent[]): ReplayEvent[] {
  const elements = elementsFocused(events);
  if (elements.size === 0) return [...events];
  let where: number | undefined;
  return events.flatMap((event) => {
    const type = typeOf(event);
    const { timestamp } = event;
    const { id, ringless } = event.data as { id?: number; ringless?: boolean };
    if (type === blur && id !== undefined && id === where) {
      where = undefined;
      return [event, change(timestamp, [[id, null]])];
    }
    if (type !== focus || id === undefined || !elements.has(id)) return event;
    const left: Change[] = where === undefined || where === id ? [] : [[where, null]];
    where = id;
    return [event, change(timestamp, [...left, [id, ringless ? 'yes' : 'ring']])];
  });
}

const typeOf = ({ type, data }: ReplayEvent): unknown =>
  type === 3 && !isMutation(data) && data.source === interaction ? data.type : undefined;

type Change = [id: number, value: string | null];

const change = (timestamp: number, changes: Change[]): ReplayEvent => ({
  type: 3,
  timestamp,
  data: {
    source: 0,
    adds: [],
    removes: [],
    texts: [],
    attributes: changes.map(([id, value]) => ({ id, attributes: { [focusMark]: value } })),
  },
});

/** The elements that get the keyboard at some time; a document may have it, too. */
function elementsFocused(events: readonly ReplayEvent[]): Set<number> {
  const elements = new Set<number>();
  const ids = new Set<unknown>();
  for (const event of events) if (typeOf(event) === focus) ids.add((event.data as { id?: number }).id);
  if (ids.size === 0) return elements;
  const look = (node: ReplayNode) => {
    if (ids.has(node.id) && node.type === 2) elements.add(node.id);
    node.childNodes?.forEach(look);
  };
  for (const { type, data } of events) {
    if (type === 2) look(data.node);
    if (type === 3 && isMutation(data)) for (const { node } of data.adds) look(node);
  }
  return elements;
}
