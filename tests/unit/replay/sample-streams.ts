import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SessionReport } from '../../../lib/model/report.ts';
import type { Chunk, Stream } from '../../../lib/model/stream.ts';
import type { RawEvent } from '../../../lib/replay/replay-event.ts';

type Raw = Record<string, unknown>;

export const element = (id: number, tagName: string, attributes: Raw = {}, ...childNodes: Raw[]): Raw => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
export const words = (id: number, textContent: string): Raw => ({ type: 3, id, textContent });

/** A document 1 > html 2 > body 3 with the given content. */
export const page = (...content: Raw[]): Raw => ({
  type: 0,
  id: 1,
  childNodes: [element(2, 'html', {}, element(3, 'body', {}, ...content))],
});

export const meta = (timestamp: number): RawEvent => ({
  type: 4,
  timestamp,
  data: { href: 'https://portal.example/', width: 1000, height: 600 },
});
export const snapshot = (timestamp: number, node: Raw): RawEvent => ({
  type: 2,
  timestamp,
  data: { node, initialOffset: { top: 0, left: 0 } },
});
export const change = (timestamp: number, data: Raw): RawEvent => ({
  type: 3,
  timestamp,
  data: { source: 0, adds: [], removes: [], texts: [], attributes: [], ...data },
});
export const link = (timestamp: number, token: string, holder: number): RawEvent => ({
  type: 5,
  timestamp,
  data: { tag: 'zyb-frame', payload: { token, element: holder } },
});

export const stream = (id: string, more: Partial<Stream> = {}): Stream => ({
  id,
  tab: 1,
  frame: 0,
  token: `token-${id}`,
  top: true,
  url: `https://portal.example/${id}`,
  title: '',
  startedAt: 0,
  ...more,
});

/** Chunks of a stream and the objects they name; each list of events is one chunk. */
export function chunksOf(
  of: string,
  ...lists: RawEvent[][]
): { chunks: Chunk[]; objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  const chunks = lists.map((events, n): Chunk => {
    const bytes = new Uint8Array(gzipSync(JSON.stringify(events)));
    const object = createHash('sha256').update(bytes).digest('hex');
    objects.set(object, bytes);
    return {
      stream: of,
      n,
      keyframe: events[0]?.type === 4,
      from: events[0]?.timestamp ?? 0,
      to: events.at(-1)?.timestamp ?? 0,
      events: events.length,
      bytes: bytes.length,
      object,
      codec: 'json',
      chain: object,
    };
  });
  return { chunks, objects };
}

export const bareChunk = (of: string, n: number, from: number, to: number, keyframe = true): Chunk => ({
  stream: of,
  codec: 'json',
  n,
  keyframe,
  from,
  to,
  events: 2,
  bytes: 9,
  object: `${of}-${n}`,
  chain: '',
});

export const bareReport = (more: Partial<SessionReport>): SessionReport =>
  ({
    streams: [],
    chunks: [],
    visits: [],
    gaps: [],
    session: { pauses: [] },
    ...more,
  }) as unknown as SessionReport;
