import type { Asset } from '../../model/asset.ts';
import type { ObjectRow } from '../database.ts';
import { createTextReader } from './asset-text.ts';
import type { Event } from './rewrite-chunks.ts';

const byPlace = /zyb-asset:(\d{1,9})(?![0-9a-f])/g;
const byHash = /zyb-asset:([0-9a-f]{64})/g;

/** The places in the list of assets that events name. */
export function assetsNamedIn(events: readonly Event[]): number[] {
  return [...JSON.stringify(events).matchAll(byPlace)].map(([, place]) => Number(place));
}

/** The list without the objects that nothing left of the replay needs; places stay, as replay events name them. */
export async function dropUnneeded(
  assets: readonly Asset[],
  places: ReadonlySet<number>,
  read: (object: string) => Promise<ObjectRow | undefined>,
): Promise<Asset[]> {
  const textOf = createTextReader(assets);
  const needed = new Set<string>();
  const need = async (object: string | undefined): Promise<void> => {
    if (!object || needed.has(object)) return;
    needed.add(object);
    const row = await read(object);
    for (const [, inner] of ((row && (await textOf(row))) ?? '').matchAll(byHash)) await need(inner);
  };
  for (const place of places) await need(assets[place]?.object);
  return assets.map((asset) =>
    asset.object && !needed.has(asset.object) ? { kind: asset.kind, url: '', bytes: 0, why: 'cut' } : asset,
  );
}
