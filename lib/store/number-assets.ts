import type { Asset, StreamAsset } from '../model/asset.ts';
import type { ZyDatabase } from './database.ts';

/** A page's number where a name stands: a whole value, or inside `url()` of style text; quotes may be escaped. */
const named = /(?<=["(])zyb-asset:(\d{1,9})(?=["\\)])/g;
/** The report takes no more; what lies beyond is shown as missing. */
const most = 100_000;

const lost: Asset = { kind: 'image', url: '', bytes: 0, why: 'not-finished' };
/** The same object is one asset, whatever pages it came from; so is the same failure of the same address. */
const keyOf = ({ kind, object, url, why }: Asset) => (object ? `${kind} ${object}` : `${kind} ${url} ${why}`);

export type AssetNumbering = {
  /** A batch's events as JSON text, the page's own numbers become places in the session's list. */
  renumber(stream: string, json: string): string;
  /** Writes the list down; to be called before anything that was renumbered is kept. */
  save(): Promise<void>;
};

/**
 * Numbers a session's assets for its report: one list for all streams, each object and each failure once. The list
 * only ever grows and lies in the session's row, so that sealing in several goes gives the same numbers.
 */
export async function openAssetNumbering(db: ZyDatabase, sessionId: string): Promise<AssetNumbering> {
  const list = [...((await db.sessions.get(sessionId))?.assets ?? [])];
  const places = new Map(list.map((asset, place) => [keyOf(asset), place]));
  let isSaved = true;
  const placeOf = (asset: Asset): number => {
    const key = keyOf(asset);
    const known = places.get(key);
    if (known !== undefined) return known;
    if (list.length >= most) return most;
    isSaved = false;
    places.set(key, list.length);
    return list.push(asset) - 1;
  };
  const rows = await db.streamAssets.where({ sessionId }).toArray();
  const byName = new Map(rows.map((row) => [`${row.stream} ${row.n}`, placeOf(assetOf(row))]));

  return {
    renumber: (stream, json) =>
      json.replace(named, (_name, n) => `zyb-asset:${byName.get(`${stream} ${Number(n)}`) ?? placeOf(lost)}`),
    async save() {
      if (isSaved) return;
      await db.sessions.update(sessionId, { assets: list });
      isSaved = true;
    },
  };
}

const assetOf = ({ kind, url, object, bytes, why }: StreamAsset): Asset =>
  object ? { kind, url, object, bytes, why: '' } : { kind, url, bytes: 0, why: why || 'failed' };
