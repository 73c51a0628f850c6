import type { AssetKind, AssetSeen } from '../model/asset.ts';
import { isMadeForOne } from './personal-pictures.ts';

/** Its value stands here because nothing of the model but types may enter a portal's page. */
const assetScheme: typeof import('../model/asset.ts').assetScheme = 'zyb-asset:';

/** Shorter than this, characters, a style text is not worth a name. */
export const shortest = 256;
/** Distinct addresses and style texts of one document; a page that makes ever new ones shares one number after that. */
const most = { addresses: 3000, texts: 500 };
/** A raster picture written into the page, bytes: larger ones are scans and photographs rather than icons. */
const largestRaster = { atLoad: 20_000, late: 2_000 };
const largestData = 2_000_000;
const largestText = 4_000_000;

const inText = /^data:(image|font|application)\/([\w.+-]*)/i;
const raster = /^(?:jpe?g|png|webp|bmp|avif|heic|tiff?)$/i;

/** How the picture came: `late` after the first snapshot, `personal` when the page's words for it say so. */
export type PictureManner = { late: boolean; personal: boolean };

/** Gives each distinct address and text of a document its number, and tells each once. */
export function createAssetNumbers(deps: {
  base: () => string;
  charset?: () => string;
  seen: (asset: AssetSeen) => void;
}) {
  const names = new Map<string, string>();
  const texts = new Map<string, string>();
  const refusals = new Set<string>();
  let n = 0;

  const tell = (asset: Omit<AssetSeen, 'n'>): string => {
    const name = assetScheme + n;
    deps.seen({ ...asset, n });
    n += 1;
    return name;
  };
  const once = (key: string, asset: () => Omit<AssetSeen, 'n'>): string => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const full = names.size >= most.addresses;
    const { kind, ...rest } = asset();
    // One number for all that is refused for the same reason: nothing more will ever be known of them.
    const refused = full ? 'too-many' : rest.refused;
    if (!refused) {
      const name = tell({ kind, ...rest });
      names.set(key, name);
      return name;
    }
    const shared = `${refused} ${kind}`;
    const name = names.get(shared) ?? tell({ kind, url: '', refused });
    names.set(shared, name);
    refusals.add(name);
    if (!full) names.set(key, name);
    return name;
  };
  /** A sheet that does not say its own is read in that of its page. */
  const encoding = () => {
    const charset = deps.charset?.() ?? 'UTF-8';
    return charset === 'UTF-8' ? {} : { charset };
  };
  const absolute = (address: string): string | undefined => {
    try {
      const url = new URL(address, deps.base());
      url.hash = '';
      return /^https?:$/.test(url.protocol) ? url.href : undefined;
    } catch {
      return undefined;
    }
  };
  const written = (address: string, manner: PictureManner): Omit<AssetSeen, 'n'> => {
    const [, family = '', type = ''] = inText.exec(address) ?? [];
    const kind: AssetKind = family.toLowerCase() === 'image' ? 'image' : 'font';
    const bytes = address.length * 0.75;
    const scan = raster.test(type) && bytes > largestRaster[manner.late ? 'late' : 'atLoad'];
    if (!family || manner.personal || scan) return { kind: 'image', url: '', refused: 'not-allowed' };
    if (bytes > largestData) return { kind, url: '', refused: 'too-large' };
    return { kind, url: '', data: address };
  };

  /** The name to write instead of a picture's address; undefined where the address may stay. */
  const picture = (address: string, manner: PictureManner): string | undefined => {
    const trimmed = address.trim();
    if (!trimmed || trimmed[0] === '#') return undefined;
    const isData = /^data:/i.test(trimmed);
    if (isData) return once(`${manner.personal} ${trimmed}`, () => written(trimmed, manner));
    const url = absolute(trimmed);
    const made = url === undefined || isMadeForOne(url, manner);
    return once(`${made} ${url ?? trimmed}`, () =>
      made ? { kind: 'image', url: '', refused: 'not-allowed' } : { kind: 'image', url },
    );
  };

  return {
    isRefused: (name: string): boolean => refusals.has(name),
    picture,
    /** The same for a font; one written into the page is told by what it is. */
    font(address: string): string | undefined {
      const trimmed = address.trim();
      const url = absolute(trimmed);
      if (!url) return picture(trimmed, { late: false, personal: false });
      return once(`font ${url}`, () => ({ kind: 'font', url }));
    },
    /** The same for a linked style sheet. */
    sheet(address: string): string | undefined {
      if (!address.trim()) return undefined;
      const url = absolute(address);
      if (!url) return undefined;
      return once(`style ${url}`, () => ({ kind: 'style', url, ...encoding() }));
    },
    /** The name to write instead of a style sheet's whole text; undefined when it has to stay where it is. */
    text(css: string): string | undefined {
      const known = texts.get(css);
      if (known !== undefined) return known;
      if (texts.size >= most.texts || css.length > largestText) return undefined;
      const name = tell({ kind: 'style', url: '', data: css, base: deps.base(), ...encoding() });
      texts.set(css, name);
      return name;
    },
  };
}
export type AssetNumbers = ReturnType<typeof createAssetNumbers>;
