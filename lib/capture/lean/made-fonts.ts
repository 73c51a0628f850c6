import { absoluteCss } from '../absolute-css.ts';
import type { SerializedNode } from './rrweb-hooks.ts';

/** The fonts that a document's script made (`new FontFace`), and how far the stream has been told of them. */
type MadeFonts = {
  /** As the page's script gave it to the font; empty where it is not known (made of bytes, or too long to be told). */
  sources: Map<FontFace, string>;
  /** Told last. */
  css: string;
  /** Of the style element that stands for them in the stream, and of its text; undefined before there is one. */
  ids: { style: number; text: number } | undefined;
};

/** Kept by the document they are in: the frame above serialises a same-origin iframe, whose own script hears of its fonts. */
type Home = Document & { zybFonts?: MadeFonts };

/** What is known of a document's made fonts; begun when asked for first. */
export function madeFontsOf(doc: Document): MadeFonts {
  const home: Home = doc;
  home.zybFonts ??= { sources: new Map(), css: '', ids: undefined };
  return home.zybFonts;
}

/** The made fonts that are in use in the document. Others are of no matter: a kit may offer hundreds and use two. */
export const fontsInUse = (doc: Document): [font: FontFace, source: string][] =>
  [...madeFontsOf(doc).sources].filter(([font]) => font.status === 'loaded' && doc.fonts.has(font));

/** Descriptors of a rule by what they are called in a font; what is `normal` need not be said. */
const descriptors = {
  style: 'font-style',
  weight: 'font-weight',
  stretch: 'font-stretch',
  unicodeRange: 'unicode-range',
  featureSettings: 'font-feature-settings',
  variationSettings: 'font-variation-settings',
  ascentOverride: 'ascent-override',
  descentOverride: 'descent-override',
  lineGapOverride: 'line-gap-override',
  sizeAdjust: 'size-adjust',
} as const;

/** The rules which do what the document's script did by making fonts; addresses are full. Empty where there are none. */
export function cssOfMadeFonts(doc: Document): string {
  return fontsInUse(doc)
    .filter(([, source]) => source)
    .map(([font, source]) => {
      const said = font as unknown as Record<string, unknown>;
      const rest = Object.entries(descriptors).flatMap(([key, name]) =>
        typeof said[key] === 'string' && said[key] !== 'normal' ? [`${name}:${said[key]}`] : [],
      );
      const rule = [`font-family:${quoted(font.family)}`, `src:${source}`, ...rest].join(';');
      return absoluteCss(`@font-face{${rule}}`, doc.baseURI);
    })
    .join('\n');
}

/** Browsers differ in whether they give the name with its quotes. */
const quoted = (family: string) => (/^["']/.test(family) ? family : JSON.stringify(family));

/** The style element that stands for the made fonts at the end of the head; undefined where there are none. */
export function serializeMadeFonts(
  doc: Document,
  genId: () => number,
  rootId: number | undefined,
): SerializedNode | undefined {
  if (!(doc as Home).zybFonts) return undefined;
  const made = madeFontsOf(doc);
  made.css = cssOfMadeFonts(doc);
  made.ids = undefined;
  if (!made.css) return undefined;
  made.ids = { style: genId(), text: genId() };
  const at = rootId === undefined ? {} : { rootId };
  const text: SerializedNode = { type: 3, textContent: made.css, id: made.ids.text, ...at };
  return { type: 2, tagName: 'style', attributes: {}, childNodes: [text], id: made.ids.style, ...at };
}
