import { ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** Base64 of a P-256 public key in SPKI form: 91 bytes. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9+/]{122}==$|^[A-Za-z0-9+/]{124}$/, 'not a public key');

/**
 * The organising office's signature of a pack, over the canonical JSON of the whole pack with this object in it but
 * for `value`. It proves that nothing was changed since and that the signer held the key; not whose key it is.
 */
export const PackSignature = z.object({
  /** A field, so that another algorithm can follow. */
  algorithm: z.literal('ECDSA-P256-SHA256'),
  signer: ShortText.min(1),
  /** ISO 8601 moment, by the signer's own clock. */
  signedAt: z.string().max(40),
  publicKey: PublicKey,
  /** Base64 of the 64 bytes r‖s. */
  value: z.string().regex(/^[A-Za-z0-9+/]{86}==$/, 'not a signature'),
});
export type PackSignature = z.infer<typeof PackSignature>;

/** A key this browser takes for an office's own: a pack it signed is locked here. */
export const TrustedKey = z.object({ publicKey: PublicKey, name: ShortText.min(1), addedAt: z.number() });
export type TrustedKey = z.infer<typeof TrustedKey>;

/** A pack id held for one key: once locked, only that key's newer versions may take its place. */
export const PackLock = z.object({
  id: z.string().max(80),
  publicKey: PublicKey,
  version: z.string().max(40),
});
export type PackLock = z.infer<typeof PackLock>;

/** How a pack stands here. `broken`: its signature does not fit; `unknownKey`: fits, by a key not trusted here. */
export const lockStates = ['none', 'unknownKey', 'locked', 'broken'] as const;
export type LockState = (typeof lockStates)[number];

/** Compares versions such as 1.10.0 by number: negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
