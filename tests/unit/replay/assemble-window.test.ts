import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeEvents } from '../../../lib/model/chunk-codec/index.ts';
import type { Chunk } from '../../../lib/model/stream.ts';
import { assembleWindow } from '../../../lib/replay/assemble-window.ts';
import { createChunkIndex, type StreamWindow } from '../../../lib/replay/chunk-index.ts';
import { decodeChunk, parseEvents } from '../../../lib/replay/decode-chunk.ts';
import { listUngrafted } from '../../../lib/replay/list-ungrafted.ts';
import { createChunkReader } from '../../../lib/replay/read-chunks.ts';
import { change, chunksOf, element, link, meta, page, snapshot, stream, words } from './sample-streams.ts';

const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const add = (at: number) => change(at, { adds: [{ parentId: 3, nextId: null, node: words(at, 'x') }] });

function walk() {
  const top = stream('top');
  const inner = stream('inner', { top: false, token: 'inner' });
  const loose = stream('loose', { top: false, token: 'loose' });
  const parts = [
    chunksOf(
      'top',
      [meta(100), snapshot(136, page(element(8, 'iframe'))), link(140, 'inner', 8)],
      [add(150)],
      [meta(300), snapshot(310, page()), add(320)],
    ),
    chunksOf(
      'inner',
      [meta(110), snapshot(111, page(element(8, 'iframe'))), link(112, 'inner', 8), link(113, 'top', 8)],
      [add(200), add(305)],
    ),
    chunksOf('loose', [meta(120), snapshot(121, page())]),
  ];
  const streams = [top, inner, loose];
  const index = createChunkIndex({ streams, chunks: parts.flatMap(({ chunks }) => chunks) });
  const objects = new Map(parts.flatMap((part) => [...part.objects]));
  const asked: string[] = [];
  const readObject = async (object: string) => {
    asked.push(object);
    return objects.get(object) as Uint8Array;
  };
  return { streams, top, index, asked, objects, reader: createChunkReader(readObject) };
}

describe('a window', () => {
  it('holds one keyframe’s events with its frames grafted, from its snapshot on', async () => {
    const { index, reader, top, streams, asked } = walk();
    const window = index.findWindow('top', 160) as StreamWindow;
    const assembled = await assembleWindow({ index, reader }, top, window);
    expect(assembled).toMatchObject({ from: 136, to: 300, grafted: ['inner'] });
    expect(assembled.events.map(({ type, timestamp }) => `${type}@${timestamp}`)).toEqual([
      '4@100',
      '2@136',
      '5@140',
      '3@140',
      '3@150',
      '3@200',
      '5@201',
    ]);
    expect(asked).toHaveLength(4);
    expect(listUngrafted(streams, index, top, window, assembled.grafted).map(({ id }) => id)).toEqual([
      'loose',
    ]);
  });

  it('does not count frames of the next page of the tab among those it has no place for', () => {
    const { streams } = walk();
    const next = [stream('next', { startedAt: 350 }), stream('its', { top: false, startedAt: 360 })];
    const late = stream('late', { top: false, startedAt: 340 });
    const { chunks } = chunksOf('its', [meta(360), snapshot(361, page())]);
    const own = chunksOf('late', [meta(340), snapshot(341, page())]).chunks;
    const top = chunksOf('top', [meta(300), snapshot(310, page())]).chunks;
    const index = createChunkIndex({ streams: [], chunks: [...top, ...chunks, ...own] });
    const last = index.findWindow('top', 320) as StreamWindow;
    expect(last.to).toBe(Number.POSITIVE_INFINITY);
    const all = [...streams, ...next, late];
    expect(listUngrafted(all, index, stream('top'), last, []).map(({ id }) => id)).toEqual(['late']);
  });

  it('gives new events each time, since a Replayer changes its own', async () => {
    const { index, reader, top, asked } = walk();
    const window = index.findWindow('top', 160) as StreamWindow;
    const first = await assembleWindow({ index, reader }, top, window);
    const before = JSON.stringify(first.events);
    for (const event of first.events) Object.assign(event, { delay: 1, data: null });
    expect(JSON.stringify((await assembleWindow({ index, reader }, top, window)).events)).toBe(before);
    expect(asked).toHaveLength(4);
  });

  it('says so when a window has no snapshot', async () => {
    const { chunks, objects } = chunksOf('bare', [meta(1), add(2)]);
    const index = createChunkIndex({ streams: [], chunks });
    const reader = createChunkReader(async (object) => objects.get(object) as Uint8Array);
    const window = index.findWindow('bare', 1) as StreamWindow;
    await expect(assembleWindow({ index, reader }, stream('bare'), window)).rejects.toMatchObject({
      code: 'no-snapshot',
    });
  });
});

const packed = (value: unknown) =>
  new Uint8Array(gzipSync(typeof value === 'string' ? value : JSON.stringify(value)));

describe('a chunk', () => {
  it('is opened only when its bytes are what its name says', async () => {
    const bytes = packed([meta(1)]);
    expect(parseEvents(await decodeChunk(bytes, nameOf(bytes)), 'x')).toEqual([meta(1)]);
    await expect(decodeChunk(bytes, 'a'.repeat(64))).rejects.toMatchObject({
      code: 'object-hash',
      where: 'a'.repeat(64),
    });
  });

  it('is refused when it is no gzip, is cut off, or swells beyond the limit', async () => {
    const plain = new TextEncoder().encode('[]');
    await expect(decodeChunk(plain, nameOf(plain))).rejects.toMatchObject({ code: 'not-gzip' });
    const cut = packed([meta(1)]).slice(0, -9);
    await expect(decodeChunk(cut, nameOf(cut))).rejects.toMatchObject({ code: 'not-gzip' });
    const bomb = packed('0'.repeat(300_000));
    await expect(decodeChunk(bomb, nameOf(bomb), 100_000)).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each([
    '{}',
    'null',
    'nonsense',
    '[null]',
    '[{"type":7,"timestamp":1}]',
    '[{"type":3}]',
    '[{"type":3,"timestamp":-1}]',
  ])('is refused when it holds %s', (text) => expect(() => parseEvents(text, 'x')).toThrow('not-events'));

  it('is read by its own codec: older ones are plain JSON', async () => {
    const events = [meta(1), snapshot(2, page(words(4, '办事')))];
    const bytesOf = { json: packed(events), 'compact-1': packed(encodeEvents(events)) };
    const reader = createChunkReader(async (object) =>
      nameOf(bytesOf.json) === object ? bytesOf.json : bytesOf['compact-1'],
    );
    for (const codec of ['json', 'compact-1'] as const) {
      const read = await reader.read({ object: nameOf(bytesOf[codec]), codec } as Chunk);
      expect(read).toEqual(events);
    }
    const taken = { object: nameOf(bytesOf['compact-1']), codec: 'json' } as Chunk;
    await expect(reader.read(taken)).rejects.toMatchObject({ code: 'not-events' });
  });

  it('is refused when its compact text is damaged, holds no events, or stands for too much', () => {
    const refused = (text: string) => () => parseEvents(text, 'x', 'compact-1');
    expect(refused('[]')).toThrow('not-events');
    expect(refused(encodeEvents([{ type: 7, timestamp: 1, data: {} }]))).toThrow('not-events');
    const [kinds, ...others] = JSON.parse(encodeEvents([meta(1)])) as string[];
    expect(refused(JSON.stringify([kinds?.repeat(1_000_001), ...others]))).toThrow('too-large');
  });

  it('is read once as long as the cache has room, the longest unused going first, and again after a failure', async () => {
    const asked: string[] = [];
    const objects = new Map(
      [1, 2, 3].map((n) => [n, packed([meta(n), words(n, 'x'.repeat(400))].slice(0, 1))]),
    );
    const chunk = (n: number) => ({ object: nameOf(objects.get(n) as Uint8Array) }) as Chunk;
    let offline = true;
    const read = async (object: string) => {
      asked.push(object);
      if (offline) throw new Error('offline');
      return [...objects.values()].find((bytes) => nameOf(bytes) === object) as Uint8Array;
    };
    const oneText = JSON.stringify([meta(1)]).length * 2;
    const reader = createChunkReader(read, oneText * 2);
    await expect(reader.read(chunk(1))).rejects.toThrow('offline');
    offline = false;
    for (const n of [1, 2, 1, 3, 1, 2]) expect(await reader.read(chunk(n))).toEqual([meta(n)]);
    expect(asked).toEqual([1, 1, 2, 3, 2].map((n) => chunk(n).object));
  });
});
