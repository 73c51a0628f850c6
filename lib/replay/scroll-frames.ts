import type { MutationData, ReplayEvent, ReplayNode } from './replay-event.ts';

const incrementScroll = 3;

/**
 * The events with each document put into an iframe followed by its scroll positions: a Replayer applies those of a
 * snapshot alone.
 */
export const scrollFrames = (events: readonly ReplayEvent[]): ReplayEvent[] =>
  events.flatMap((event) =>
    isAttach(event.data) ? [event, ...scrollsOf(event.data, event.timestamp)] : event,
  );

const isAttach = (data: object): data is MutationData => 'isAttachIframe' in data;

function scrollsOf({ adds }: MutationData, timestamp: number): ReplayEvent[] {
  const scrolls: ReplayEvent[] = [];
  const look = ({ id, attributes, childNodes }: ReplayNode) => {
    const { rr_scrollLeft: x = 0, rr_scrollTop: y = 0 } = attributes ?? {};
    if (typeof x === 'number' && typeof y === 'number' && (x || y))
      scrolls.push({ type: 3, timestamp, data: { source: incrementScroll, id, x, y } });
    for (const child of childNodes ?? []) look(child);
  };
  for (const { node } of adds) look(node);
  return scrolls;
}
