import type { Columns } from './columns.ts';
import { createReader } from './create-reader.ts';
import { tooMuch } from './damaged.ts';
import { firstPosition, kinds, type Position, positionKeys } from './event-symbols.ts';
import type { PlainObject } from './plain-object.ts';
import { createMutationReader } from './read-mutation.ts';
import { createNodeReader } from './read-node.ts';
import { createRecordReader } from './read-record.ts';

/** The events of a chunk's columns; throws on columns no writer wrote and beyond the limits. */
export function readEvents(columns: Columns, most: { events: number; decoded: number }): unknown[] {
  const count = columns.symbols.kinds.length;
  if (count > most.events) throw tooMuch('events');
  const reader = createReader(columns, most.decoded);
  const nodes = createNodeReader(reader);
  const readMutation = createMutationReader(reader, nodes);
  const readRecord = createRecordReader(reader);
  let time = 0;
  let last = firstPosition;

  const readMove = (): PlainObject => {
    const positions: Position[] = [];
    for (let left = reader.count('numbers'); left > 0; left -= 1) {
      const position = { ...firstPosition };
      for (const key of positionKeys) position[key] = reader.number('numbers', last[key]);
      reader.spend(50);
      positions.push(position);
      last = position;
    }
    return { source: 1, positions };
  };

  const readSnapshot = (): PlainObject => {
    const top = reader.number('numbers', 0);
    const left = reader.number('numbers', 0);
    return { node: nodes.read(), initialOffset: { top, left } };
  };

  const readData = (kind: number): { type: number; data: PlainObject } => {
    if (kind === kinds.snapshot) return { type: 2, data: readSnapshot() };
    if (kind === kinds.mutation) return { type: 3, data: readMutation() };
    if (kind === kinds.move) return { type: 3, data: readMove() };
    return readRecord(kind);
  };

  const events: unknown[] = [];
  for (let at = 0; at < count; at += 1) {
    const kind = reader.symbol('kinds');
    reader.spend(40);
    if (kind === kinds.raw) events.push(reader.raw());
    else {
      const { type, data } = readData(kind);
      time = reader.number('times', time);
      events.push({ type, timestamp: time, data });
    }
  }
  nodes.finish();
  reader.finish();
  return events;
}
