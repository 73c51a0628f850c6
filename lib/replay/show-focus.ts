import { isMutation, type ReplayEvent, type ReplayNode } from './replay-event.ts';
import { focusMark } from './shown-states.ts';

/*
 * The focus itself belongs to the one who watches, so no part of a replay ever has it: it is told by a mark.
 */

/** What browsers have for it where the page says nothing. */
export const ownRing = `:where([${focusMark}=ring]) { outline: auto 1px Highlight; outline: auto 1px -webkit-focus-ring-color }`;

const interaction = 2;
const click = 2;
const focus = 5;
const blur = 6;
/** Who presses something gets no ring; a press is told when it is over, and may have called up what gets the keyboard. */
const pressMs = 1000;
const noWords = /^(?:checkbox|radio|button|submit|reset|image|file|color|range)$/i;

/** The events with a change of attributes wherever the keyboard went to another element. */
export function showFocus(events: readonly ReplayEvent[]): ReplayEvent[] {
  const kinds = kindsOf(events);
  if (kinds.size === 0) return [...events];
  const presses = events.filter((event) => typeOf(event) === click).map(({ timestamp }) => timestamp);
  const isPressed = (at: number) => presses.some((press) => Math.abs(press - at) < pressMs);
  let where: number | undefined;
  return events.flatMap((event) => {
    const type = typeOf(event);
    const { timestamp } = event;
    const { id, ringless } = event.data as { id?: number; ringless?: boolean };
    if (type === blur && id !== undefined && id === where) {
      where = undefined;
      return [event, change(timestamp, [[id, null]])];
    }
    const kind = type === focus && id !== undefined ? kinds.get(id) : undefined;
    if (id === undefined || kind === undefined) return event;
    const left: Change[] = where === undefined || where === id ? [] : [[where, null]];
    where = id;
    const ring = kind === 'words' || !(ringless || isPressed(timestamp));
    return [event, change(timestamp, [...left, [id, ring ? 'ring' : 'yes']])];
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

/** What the elements are that get the keyboard at some time: one for words, which always shows its ring, or another. */
function kindsOf(events: readonly ReplayEvent[]): Map<number, 'words' | 'other'> {
  const kinds = new Map<number, 'words' | 'other'>();
  const ids = new Set<unknown>();
  for (const event of events) if (typeOf(event) === focus) ids.add((event.data as { id?: number }).id);
  if (ids.size === 0) return kinds;
  const look = (node: ReplayNode) => {
    if (ids.has(node.id) && node.type === 2) kinds.set(node.id, takesWords(node) ? 'words' : 'other');
    node.childNodes?.forEach(look);
  };
  for (const { type, data } of events) {
    if (type === 2) look(data.node);
    if (type === 3 && isMutation(data)) for (const { node } of data.adds) look(node);
  }
  return kinds;
}

function takesWords({ tagName, attributes = {} }: ReplayNode): boolean {
  if (tagName === 'input') return !noWords.test(String(attributes.type ?? ''));
  return (
    tagName === 'textarea' || /^(?:|true|plaintext-only)$/.test(String(attributes.contenteditable ?? 'no'))
  );
}
