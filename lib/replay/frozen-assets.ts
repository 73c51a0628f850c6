import { assetScheme } from '../model/asset.ts';
import { beginsAs } from '../model/object-type.ts';
import type { SessionReport } from '../model/report.ts';
import { rewriteCss } from '../redact/css/rewrite-css.ts';
import { hexOf, inflate } from './decode-chunk.ts';
import { type FindAsset, neutralCssPiece } from './neutral-css.ts';

/** What a scrubber may put in the place of frozen assets' names; what is not at hand yet is remembered as wanted. */
export type AssetNames = {
  /** Where the viewer holds a picture or font that an event names. */
  find: FindAsset;
  /** A style sheet's text, harmless, if the whole text is one's name; undefined if it is none. */
  sheet(text: string): string | undefined;
};

export type FrozenAssets = AssetNames & {
  /** True when something was looked for that has not been fetched. */
  wantsMore(): boolean;
  /** Fetches what was looked for; what cannot be had stays missing. */
  load(): Promise<void>;
  /** Takes back every address made. */
  destroy(): void;
};

export const noAssets: AssetNames = { find: () => undefined, sheet: () => undefined };

const named = /^zyb-asset:(\d{1,9})$/;
const byHash = /^zyb-asset:([0-9a-f]{64})$/;
/** Recorders keep pictures of 2 MB and sheets of 3; a report asking for more memory than this is after something else. */
const most = { asset: 16 << 20, total: 400 << 20, atOnce: 6 };
/** An SVG is shown as a picture, where nothing of this works; one that has it was not made by our recorder. */
const active = /<script|<foreignobject|\son[a-z]+\s*=|<!entity/i;

type Addresses = { make(blob: Blob): string; revoke(url: string): void };

/**
 * A report's frozen assets as a viewer may show them: only objects the report lists, checked by hash, given addresses
 * (`blob:`) by the viewer itself, with types from our own list. Fetched when first looked for, and once.
 */
export function createFrozenAssets(
  report: Pick<SessionReport, 'assets' | 'objects'>,
  readObject: (object: string) => Promise<Uint8Array>,
  addresses: Addresses,
): FrozenAssets {
  const types = new Map(report.objects.map(({ object, type }) => [object, type]));
  const made = new Map<string, string | undefined>();
  const sheets = new Map<string, string>();
  const wanted = new Set<string>();
  let total = 0;
  let destroyed = false;

  // Sheets are gzipped, unless they are short or of an older recorder: then their type alone says what they are.
  const styles = new Set(report.assets.flatMap(({ kind, object }) => (kind === 'style' && object) || []));
  const isPacked = (object: string) => types.get(object) === 'application/gzip';
  const isSheet = (object: string) =>
    types.get(object) === 'text/css' || (isPacked(object) && styles.has(object));
  const objectNamed = (name: string): string | undefined => {
    const place = named.exec(name)?.[1];
    return place === undefined ? undefined : report.assets[Number(place)]?.object;
  };
  const addressOf = (object: string | undefined): string | undefined => {
    if (!object || isSheet(object)) return undefined;
    if (!made.has(object)) wanted.add(object);
    return made.get(object);
  };

  async function read(object: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await readObject(object);
      if (bytes.length > most.asset || total + bytes.length > most.total) return undefined;
      total += bytes.length;
      return (await hexOf(bytes)) === object ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  /** The same work once, however many wait for it. */
  const begun = new Map<string, Promise<void>>();
  const once = (object: string, work: (object: string) => Promise<void>) => {
    const known = begun.get(object) ?? work(object);
    begun.set(object, known);
    return known;
  };
  const hold = (object: string) => once(object, async () => void made.set(object, await makeAddress(object)));

  async function makeAddress(object: string): Promise<string | undefined> {
    const type = types.get(object);
    if (!type || !/^(?:image|font)\//.test(type)) return undefined;
    const bytes = await read(object);
    if (!bytes || !beginsAs(type, bytes.subarray(0, 64))) return undefined;
    if (type === 'image/svg+xml' && active.test(new TextDecoder().decode(bytes))) return undefined;
    return destroyed ? undefined : addresses.make(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  }

  async function cssIn(object: string, bytes: Uint8Array): Promise<string> {
    if (!isPacked(object)) return new TextDecoder().decode(bytes);
    const css = await inflate(bytes, object, Math.min(most.asset, most.total - total)).catch(() => '');
    total += css.length;
    return css;
  }

  /** A frozen sheet holds no import, so that what it names is a picture or a font. */
  const readSheet = (object: string) =>
    once(object, async () => void sheets.set(object, await textOf(object)));

  async function textOf(object: string): Promise<string> {
    const bytes = await read(object);
    const css = bytes && (await cssIn(object, bytes));
    if (!css) return '';
    const parts = new Set<string>();
    rewriteCss(css, {
      address({ url }) {
        const part = byHash.exec(url)?.[1];
        if (part && types.has(part) && !isSheet(part)) parts.add(part);
        return undefined;
      },
    });
    await each(parts, hold);
    const find: FindAsset = (name) => made.get(byHash.exec(name)?.[1] ?? '');
    return neutralCssPiece(css, find);
  }

  return {
    find: (name) => addressOf(objectNamed(name)),
    sheet(text) {
      if (!text.startsWith(assetScheme) || !named.test(text)) return undefined;
      const object = objectNamed(text);
      if (!object || !isSheet(object)) return '';
      if (!sheets.has(object)) wanted.add(object);
      return sheets.get(object) ?? '';
    },
    wantsMore: () => wanted.size > 0,
    async load() {
      const now = [...wanted];
      wanted.clear();
      await each(now, (object) => (isSheet(object) ? readSheet(object) : hold(object)));
    },
    destroy() {
      destroyed = true;
      for (const url of made.values()) if (url) addresses.revoke(url);
      made.clear();
      sheets.clear();
    },
  };
}

/** Does the work for each, several at a time. */
async function each(items: Iterable<string>, work: (item: string) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most.atOnce }, worker));
}
