import type { Asset } from '../../lib/model/asset.ts';

/** Assets of one kind that were not kept for the same reason, with the addresses that may be told. */
export type MissingAssets = { kind: Asset['kind']; why: string; urls: string[] };

/** What was kept in sum, and what was not by kind and reason, most first. */
export function groupMissing(assets: readonly Asset[]): {
  kept: number;
  bytes: number;
  missing: MissingAssets[];
} {
  const groups = new Map<string, MissingAssets>();
  let [kept, bytes] = [0, 0];
  for (const { kind, url, object, why, bytes: size } of assets) {
    if (object) {
      kept += 1;
      bytes += size;
      continue;
    }
    const key = `${kind} ${why}`;
    const group = groups.get(key) ?? { kind, why, urls: [] };
    groups.set(key, group);
    if (url) group.urls.push(url);
  }
  const missing = [...groups.values()].sort((a, b) => b.urls.length - a.urls.length);
  return { kept, bytes, missing };
}

/** Every reason an asset may have, by its text key. */
export const missingReasons = [
  'refused',
  'failed',
  'too-large',
  'too-many',
  'not-allowed',
  'not-finished',
  'taken-out',
  'cut',
] as const;
