import { isMutation, type ReplayEvent, type ReplayNode } from './replay-event.ts';

const input = 5;

/**
 * The events with the value of every drop-down list told anew once it is there. As an attribute it says nothing to a
 * browser, which shows the first choice where none is made: a masked one is shown as none, a kept one as it was.
 */
export function showChoices(events: readonly ReplayEvent[]): ReplayEvent[] {
  return events.flatMap((event) => {
    const chosen: ReplayEvent[] = [];
    const look = ({ id, tagName, attributes, childNodes }: ReplayNode) => {
      const text = tagName === 'select' ? attributes?.value : undefined;
      if (typeof text === 'string' && text !== '')
        chosen.push({
          type: 3,
          timestamp: event.timestamp,
          data: { source: input, id, text, isChecked: false },
        });
      childNodes?.forEach(look);
    };
    const { type, data } = event;
    if (type === 2) look(data.node);
    else if (type === 3 && isMutation(data)) for (const { node } of data.adds) look(node);
    return chosen.length ? [event, ...chosen] : [event];
  });
}
