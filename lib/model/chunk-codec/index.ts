import { columnsToText, textToColumns } from './columns.ts';
import { mostDecoded, mostEvents } from './limits.ts';
import { readEvents } from './read-events.ts';
import { writeEvents } from './write-events.ts';

export { mostDecoded, mostEvents } from './limits.ts';

/**
 * The compact spelling (`compact-1`) of one chunk's events, any JSON values, as text to be gzipped. Nothing beside it
 * is needed to read it. Throws a RangeError when values are nested too deeply or the events are too many.
 */
export function encodeEvents(events: readonly unknown[]): string {
  if (events.length > mostEvents) throw new RangeError('too many events for a chunk');
  return columnsToText(writeEvents(events));
}

/**
 * The events again, freshly made and equal to what was encoded (the order of an object's keys apart). Throws an Error
 * that says what is wrong with text no encoder wrote, and a RangeError for text that stands for more than `most`
 * allows: events, and about as many characters of JSON.
 */
export function decodeEvents(
  text: string,
  most: { events: number; decoded: number } = { events: mostEvents, decoded: mostDecoded },
): unknown[] {
  return readEvents(textToColumns(text), most);
}
