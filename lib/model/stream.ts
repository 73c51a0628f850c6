import { Id, Moment, Sha256, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** A stream: the replay events of one document in one frame of one tab. */
export const Stream = z.object({
  id: Id,
  tab: z.number().int(),
  frame: z.number().int(),
  /** Random word by which the parent's events name this frame; see `frameTag` events. */
  token: Id,
  /** True for a tab's main frame. */
  top: z.boolean(),
  /** Redacted. */
  url: z.string().max(8000),
  title: ShortText.default(''),
  startedAt: Moment,
});
export type Stream = z.infer<typeof Stream>;

/**
 * A chunk: consecutive replay events of one stream, gzipped; never splits an event.
 * A keyframe chunk begins with Meta + FullSnapshot; another one names the keyframe it goes on from.
 */
export const Chunk = z.object({
  stream: Id,
  /** Position within the stream, from 0. */
  n: z.number().int().nonnegative(),
  keyframe: z.boolean(),
  from: Moment,
  to: Moment,
  events: z.number().int().positive(),
  bytes: z.number().int().positive(),
  object: Sha256,
  /** How the object's bytes spell the events: a gzipped JSON array, or the compact spelling of `chunk-codec`. */
  codec: z.enum(['json', 'compact-1']).default('json'),
  /** SHA-256 over the chunk before it in this stream and this object's name: a chain. */
  chain: Sha256,
});
export type Chunk = z.infer<typeof Chunk>;

/** Tag of the custom rrweb event by which a parent stream says which of its nodes holds which child stream. */
export const frameTag = 'zyb-frame';
/** Its payload. `element` is the rrweb node id of the iframe or frame element in the parent stream. */
export const FramePayload = z.object({ token: Id, element: z.number().int() });
export type FramePayload = z.infer<typeof FramePayload>;
