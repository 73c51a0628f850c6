import { expect, test } from 'vitest';
import { Gap } from '../../../lib/model/gap.ts';
import type { Chunk, Stream } from '../../../lib/model/stream.ts';
import { Visit } from '../../../lib/model/visit.ts';
import { settleStops } from '../../../lib/walk/settle-stops.ts';

const stopped = Gap.parse({ id: 'g', from: 5000, to: 5000, why: 'recorder-stopped', tab: 1, stream: 'st1' });
const chunk = (from: number, to: number, keyframe: boolean, stream = 'st1') =>
  ({ stream, from, to, keyframe }) as Chunk;
const streams = [{ id: 'st1', tab: 1, top: true } as Stream];
const document = (at: number, tab = 1) =>
  Visit.parse({ id: `v${at}`, at, tab, frame: 0, kind: 'document', url: '/' });
const endOf = (chunks: Chunk[], visits: Visit[] = [], of = streams) =>
  settleStops([stopped], { streams: of, chunks, visits, end: 60_000 })[0]?.to;

test('a stop lasts to the next snapshot of its stream', () => {
  const chunks = [chunk(0, 4000, true), chunk(4000, 9000, false), chunk(9000, 20_000, true)];
  expect(endOf([...chunks, chunk(7000, 8000, true, 'st2'), chunk(30_000, 40_000, true)])).toBe(9000);
});

test('without one it lasts to the tab’s next document, else to the walk’s end; in a frame to its last event', () => {
  const chunks = [chunk(0, 9000, true)];
  expect(endOf(chunks, [document(100), document(7000, 2), document(30_000)])).toBe(30_000);
  expect(endOf(chunks)).toBe(60_000);
  expect(endOf(chunks, [], [{ id: 'st1', tab: 1, top: false } as Stream])).toBe(9000);
});

test('done again it changes nothing, and other gaps stay as they are', () => {
  const evidence = { streams, chunks: [chunk(0, 9000, true)], visits: [], end: 60_000 };
  const [settled] = settleStops([stopped], evidence);
  expect(settleStops([settled as Gap, { ...stopped, why: 'not-shown' }], evidence)).toEqual([]);
});
