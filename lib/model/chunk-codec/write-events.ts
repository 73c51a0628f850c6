import type { Columns } from './columns.ts';
import { createWriter } from './create-writer.ts';
import { firstPosition, kinds, type Position, positionKeys } from './event-symbols.ts';
import { isPlainMutation, type Mutation } from './plain-mutation.ts';
import { hasExactly, isObject, type PlainObject } from './plain-object.ts';
import { createMutationWriter } from './write-mutation.ts';
import { createNodeWriter } from './write-node.ts';
import { createRecordWriter } from './write-record.ts';

const isNumber = Number.isFinite as (value: unknown) => value is number;

const isPlainSnapshot = (type: number, data: PlainObject): boolean =>
  type === 2 &&
  hasExactly(data, ['node', 'initialOffset']) &&
  isObject(data.initialOffset) &&
  hasExactly(data.initialOffset, ['top', 'left']) &&
  isNumber(data.initialOffset.top) &&
  isNumber(data.initialOffset.left);

const isPlainMove = (type: number, data: PlainObject): boolean =>
  type === 3 &&
  data.source === 1 &&
  hasExactly(data, ['source', 'positions']) &&
  Array.isArray(data.positions) &&
  data.positions.every(
    (it) => isObject(it) && hasExactly(it, positionKeys) && positionKeys.every((key) => isNumber(it[key])),
  );

const isPlainEvent = (event: unknown): event is { type: number; timestamp: number; data: PlainObject } =>
  isObject(event) &&
  isNumber(event.type) &&
  isNumber(event.timestamp) &&
  isObject(event.data) &&
  hasExactly(event, ['type', 'timestamp', 'data']) &&
  !Object.hasOwn(event.data, '__proto__');

/** The columns of a list of events; what has no known form goes there as it is. */
export function writeEvents(events: readonly unknown[]): Columns {
  const writer = createWriter();
  const nodes = createNodeWriter(writer);
  const writeMutation = createMutationWriter(writer, nodes);
  const writeRecord = createRecordWriter(writer);
  let time = 0;
  let last = firstPosition;

  const writeMove = (positions: Position[]): void => {
    writer.count('numbers', positions.length);
    for (const position of positions) {
      for (const key of positionKeys) writer.number('numbers', position[key], last[key]);
      last = position;
    }
  };

  const writeData = (type: number, data: PlainObject): void => {
    if (isPlainSnapshot(type, data)) {
      writer.symbol('kinds', kinds.snapshot);
      const { top, left } = data.initialOffset as { top: number; left: number };
      writer.number('numbers', top, 0);
      writer.number('numbers', left, 0);
      nodes.write(data.node);
    } else if (type === 3 && isPlainMutation(data)) {
      writer.symbol('kinds', kinds.mutation);
      writeMutation(data as Mutation);
    } else if (isPlainMove(type, data)) {
      writer.symbol('kinds', kinds.move);
      writeMove(data.positions as Position[]);
    } else writeRecord(type, data);
  };

  for (const event of events) {
    if (isPlainEvent(event)) {
      writeData(event.type, event.data);
      writer.number('times', event.timestamp, time);
      time = event.timestamp;
    } else {
      writer.symbol('kinds', kinds.raw);
      writer.raw(event);
    }
  }
  nodes.finish();
  return writer.columns;
}
