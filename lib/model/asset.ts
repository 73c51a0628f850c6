import { Id, LongText, Sha256, ShortText } from './primitives.ts';
import { z } from './zod.ts';

export const assetKinds = ['style', 'image', 'font'] as const;
export const AssetKind = z.enum(assetKinds);
export type AssetKind = z.infer<typeof AssetKind>;

/**
 * A frozen asset: a style sheet, font or picture as it was when the page was walked. Replay events name it by its
 * place in the report's list, as `zyb-asset:12`; a style sheet's own bytes name others by their hash, as
 * `zyb-asset:<sha256>`. Without `object` it could not be kept, and `why` says so.
 */
export const Asset = z.object({
  kind: AssetKind,
  /** Redacted address it came from; empty for what stood in the page itself. */
  url: LongText.default(''),
  object: Sha256.optional(),
  bytes: z.number().int().nonnegative().default(0),
  /** Why it was not kept: refused, failed, too-large, too-many, not-allowed, not-finished; or is there no more: cut, taken-out. */
  why: ShortText.default(''),
});
export type Asset = z.infer<typeof Asset>;

/** How replay events and frozen style sheets name an asset: its place in the report, or its hash. */
export const assetScheme = 'zyb-asset:';

/** What a page says of an asset it met; `n` is the page's own number for it, `data` what stood in the page itself. */
export const AssetSeen = z.object({
  n: z.number().int().nonnegative(),
  kind: AssetKind,
  /** Absolute address, not redacted: goes to the background's memory, never to disk. */
  url: z.string().max(20_000).default(''),
  /** Text of a style sheet, or a `data:` address. */
  data: z.string().max(20_000_000).optional(),
  /** Against which relative addresses in `data` count. */
  base: z.string().max(20_000).optional(),
  /** The encoding of the document that names a style sheet, where it is not UTF-8. */
  charset: z.string().max(40).optional(),
  /** Why it must not be kept, when the page's side saw that: its place is named, nothing is fetched. */
  refused: z.enum(['not-allowed', 'too-large', 'too-many']).optional(),
});
export type AssetSeen = z.infer<typeof AssetSeen>;

/**
 * A stream's asset as stored while walking; `n` is the page's own number. `exact`: nothing had to be taken out of
 * `url`, so that it can be asked for again after the background was stopped.
 */
export const StreamAsset = Asset.extend({
  stream: Id,
  n: z.number().int().nonnegative(),
  exact: z.boolean().optional(),
});
export type StreamAsset = z.infer<typeof StreamAsset>;
