import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChunkIndex, lastAtOrBefore } from '../../../lib/replay/chunk-index.ts';
import { bareChunk } from './sample-streams.ts';

const chunks = [
  bareChunk('a', 0, 100, 190),
  bareChunk('a', 1, 200, 290, false),
  bareChunk('a', 2, 300, 390),
  bareChunk('b', 0, 500, 600),
];
const index = createChunkIndex({ streams: [], chunks: chunks.toReversed() });

describe('the chunk index', () => {
  it('finds the keyframe a moment rests on, with the chunks that go on from it', () => {
    expect(index.findWindow('a', 250)).toMatchObject({ from: 100, to: 300, chunks: [{ n: 0 }, { n: 1 }] });
    expect(index.findWindow('a', 300)).toMatchObject({ from: 300, to: Number.POSITIVE_INFINITY });
    expect(index.findWindow('a', 9999)).toMatchObject({ from: 300 });
  });

  it('gives the first window for a moment before it and none for an unknown stream', () => {
    expect(index.findWindow('a', 1)).toMatchObject({ from: 100 });
    expect(index.findWindow('nobody', 1)).toBeUndefined();
  });

  it('gives the state before a stretch and the changes in it', () => {
    expect(index.chunksBetween('a', 250, 350).map(({ n }) => n)).toEqual([0, 1, 2]);
    expect(index.chunksBetween('a', 310, 350).map(({ n }) => n)).toEqual([2]);
    expect(index.chunksBetween('b', 0, 400)).toEqual([]);
  });

  it('knows which moments lie inside a chunk', () => {
    expect([95, 100, 195, 390, 391].map((at) => index.covers('a', at))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('leaves out chunks that go on from a keyframe that is not there', () => {
    const orphaned = createChunkIndex({ streams: [], chunks: [bareChunk('c', 0, 1, 2, false)] });
    expect(orphaned.findWindow('c', 1)).toBeUndefined();
  });

  it('searches like a scan from the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (list, at) => {
        const sorted = [...list].sort((a, b) => a - b);
        expect(lastAtOrBefore(sorted, at, (it) => it)).toBe(sorted.findLastIndex((it) => it <= at));
      }),
    );
  });
});
