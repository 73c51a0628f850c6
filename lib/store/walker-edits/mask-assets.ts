import type { Asset } from '../../model/asset.ts';
import type { ObjectRow } from '../database.ts';
import { packText, sha256 } from '../objects.ts';
import { createTextReader } from './asset-text.ts';
import type { TextMasker } from './text-masker.ts';

const byHash = /zyb-asset:([0-9a-f]{64})/g;

/**
 * Style sheets and SVG pictures with a text replaced: new objects under new names, and whatever names them renamed
 * with them. Gives the list in the same order.
 */
export async function maskAssets(
  assets: readonly Asset[],
  read: (object: string) => Promise<ObjectRow | undefined>,
  masker: TextMasker,
): Promise<{ assets: Asset[]; objects: ObjectRow[]; count: number }> {
  const textOf = createTextReader(assets);
  const known = new Map<string, string>();
  const objects: ObjectRow[] = [];
  let count = 0;
  const rename = async (object: string): Promise<string> => {
    const before = known.get(object);
    if (before !== undefined) return before;
    // A sheet that names itself in a ring stays what it is.
    known.set(object, object);
    const row = await read(object);
    const old = row && (await textOf(row));
    if (!row || old === undefined) return object;
    const masked = masker.mask(old);
    let text = masked.text;
    for (const [, inner = ''] of old.matchAll(byHash)) {
      const renamed = await rename(inner);
      if (renamed !== inner) text = text.replaceAll(`zyb-asset:${inner}`, `zyb-asset:${renamed}`);
    }
    count += masked.count;
    if (text === old) return object;
    const plain = { type: row.type, data: new TextEncoder().encode(text) };
    const { type, data } = row.type === 'application/gzip' ? await packText('text/css', plain.data) : plain;
    const name = await sha256(data);
    objects.push({ object: name, type, bytes: data.length, data });
    known.set(object, name);
    return name;
  };
  const result: Asset[] = [];
  for (const asset of assets) {
    if (!asset.object) {
      result.push(asset);
      continue;
    }
    const object = await rename(asset.object);
    const bytes = objects.find((each) => each.object === object)?.bytes ?? asset.bytes;
    result.push(object === asset.object ? asset : { ...asset, object, bytes });
  }
  return { assets: result, objects, count };
}
