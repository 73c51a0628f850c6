import {
  compareVersions,
  type LockState,
  type PackLock,
  type PackSignature,
  type TrustedKey,
} from '../model/pack-signature.ts';

/** Why a pack may not take the place it asks for; `values` go into the sentence `pack.refused.<code>`. */
export type PackRefusal = { code: 'broken' | 'unsigned' | 'otherKey' | 'older'; values: string[] };

/** How a pack stands: whether its signature fits, and whether its key is trusted here. */
export function lockStateOf(
  found: { signature: PackSignature; good: boolean } | undefined,
  trusted: readonly TrustedKey[],
): LockState {
  if (!found) return 'none';
  if (!found.good) return 'broken';
  return trusted.some((key) => key.publicKey === found.signature.publicKey) ? 'locked' : 'unknownKey';
}

/**
 * Whether a pack may be kept: a signature that does not fit is refused always; an id that is held for a key takes
 * only that key's packs, and none older than the one it was locked with. Undefined: it may.
 */
export function refusePack(
  pack: { id: string; version: string },
  found: { signature: PackSignature; good: boolean } | undefined,
  locks: readonly PackLock[],
): PackRefusal | undefined {
  if (found && !found.good) return { code: 'broken', values: [] };
  const lock = locks.find((each) => each.id === pack.id);
  if (!lock) return undefined;
  if (!found) return { code: 'unsigned', values: [lock.version] };
  if (found.signature.publicKey !== lock.publicKey) return { code: 'otherKey', values: [lock.version] };
  if (compareVersions(pack.version, lock.version) < 0)
    return { code: 'older', values: [pack.version, lock.version] };
  return undefined;
}
