import type { AssetKind } from '../model/asset.ts';

/** What the walk must know of CSS, handed in by the entrypoint. */
export type CssTools = {
  rewrite(
    css: string,
    on: {
      address(address: { url: string; prelude: string; face: number; format: string }): string | undefined;
      strict?: boolean;
    },
  ): string;
  takeImports(css: string): { first: (CssImport | { layers: string })[]; rest: string };
  underConditions(imported: CssImport, css: string): string;
  decode(bytes: Uint8Array, contentType: string, around?: string): string;
  /** Changes its strings and comments, the only places where it has words. */
  mapWords(css: string, change: (words: string, isAddress: boolean) => string): string;
};
type CssImport = { url: string; layer: string | undefined; supports: string; media: string };

/** Where a style sheet's parts come from: an imported sheet's text, the name of a picture or font once it is kept. */
export type StyleParts = {
  sheet(url: string): Promise<{ css: string; url: string } | undefined>;
  keep(kind: AssetKind, url: string): Promise<string | undefined>;
};

const nothing = 'data:,';
/** Nobody imports deeper; a sheet naming more pictures than this has been made to. */
const most = { depth: 6, parts: 600, imports: 60 };
const ranks: [RegExp, RegExp][] = [
  [/^woff2/, /\.woff2$/i],
  [/^woff$/, /\.woff$/i],
  [/^(?:truetype|opentype)/, /\.(?:ttf|otf)$/i],
];

/**
 * A style sheet with all it rests on: imports written into it under their conditions, pictures and one font of each
 * face named by their hash as `zyb-asset:<sha256>`, and whatever could not be kept named by nothing at all.
 */
export function freezeStyle(css: string, base: string, tools: CssTools, parts: StyleParts): Promise<string> {
  let imports = 0;
  // A sheet is above itself: one that imports itself says nothing by it.
  return freeze(css, base, [base]);

  async function freeze(text: string, from: string, above: readonly string[]): Promise<string> {
    const { first, rest } = tools.takeImports(text);
    let out = '';
    for (const each of first) {
      if ('layers' in each) out += `@layer ${each.layers};`;
      else out += await imported(each, from, above);
    }
    return out + (await freezeRules(rest, from));
  }

  async function imported(rule: CssImport, from: string, above: readonly string[]): Promise<string> {
    const url = absolute(rule.url, from);
    imports += 1;
    if (!url || above.includes(url) || above.length > most.depth || imports > most.imports) return '';
    const sheet = await parts.sheet(url);
    if (!sheet) return '';
    return tools.underConditions(rule, await freeze(sheet.css, sheet.url, [...above, url]));
  }

  async function freezeRules(text: string, from: string): Promise<string> {
    const pictures = new Map<string, Promise<string | undefined>>();
    const faces = new Map<number, { url: string; rank: number }[]>();
    tools.rewrite(text, {
      address({ url: given, prelude, face, format }) {
        const url = prelude || staysInside(given) ? undefined : absolute(given, from);
        if (!url) return undefined;
        if (face >= 0) {
          const known = faces.get(face) ?? [];
          faces.set(face, [...known, { url, rank: rankOf(url, format) }]);
        } else if (!pictures.has(url) && pictures.size < most.parts)
          pictures.set(url, parts.keep('image', url));
        return undefined;
      },
    });
    const names = new Map<string, string>();
    const chosen = [...faces].slice(0, most.parts).map(async ([face, candidates]) => {
      const sound = candidates.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank);
      for (const { url } of sound) {
        const name = await parts.keep('font', url);
        if (!name) continue;
        names.set(`${face} ${url}`, name);
        return;
      }
    });
    await Promise.all(chosen);
    for (const [url, name] of pictures) names.set(`-1 ${url}`, (await name) ?? nothing);
    return tools.rewrite(text, {
      strict: true,
      address({ url: given, prelude, face }) {
        // Whatever stands there is no picture; an import in the wrong place is out of order already.
        if (prelude) return prelude === 'import' ? nothing : undefined;
        if (staysInside(given)) return undefined;
        const url = absolute(given, from);
        return names.get(`${face} ${url}`) ?? nothing;
      },
    });
  }
}

const staysInside = (url: string) => /^\s*(?:#|data:|$)/i.test(url);

function absolute(url: string, base: string): string | undefined {
  try {
    const found = new URL(url, base);
    found.hash = '';
    return /^https?:$/.test(found.protocol) ? found.href : undefined;
  } catch {
    return undefined;
  }
}

/** 0 for what is smallest and newest; -1 for what no browser of today would take. */
function rankOf(url: string, format: string): number {
  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  return ranks.findIndex(([byFormat, byName]) => (format ? byFormat.test(format) : byName.test(path)));
}
