import { PackLock, TrustedKey } from './pack-signature.ts';
import { z } from './zod.ts';

/** Which offices' keys this browser trusts, and which pack ids are held for them. */
export const PackTrust = z.object({
  trusted: z.array(TrustedKey).default([]),
  locks: z.array(PackLock).default([]),
});
export type PackTrust = z.infer<typeof PackTrust>;

export const noTrust: PackTrust = { trusted: [], locks: [] };
