import type { Asset } from '../../model/asset.ts';
import type { ObjectRow } from '../database.ts';
import { gunzip } from '../gzip.ts';

/**
 * Makes the reader of a session's style sheets and drawings: their text, undefined for pictures and fonts. A gzipped
 * sheet is known by the list alone (docs/adr/0022-sheets-from-the-page-and-gzipped.md); throws when it is damaged.
 */
export function createTextReader(assets: readonly Asset[]) {
  const sheets = new Set(assets.flatMap(({ kind, object }) => (kind === 'style' && object) || []));
  return async ({ object, type, data }: ObjectRow): Promise<string | undefined> => {
    if (type === 'application/gzip') return sheets.has(object) ? gunzip(data) : undefined;
    return type === 'text/css' || type === 'image/svg+xml' ? new TextDecoder().decode(data) : undefined;
  };
}
