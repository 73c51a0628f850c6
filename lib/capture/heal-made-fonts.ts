import { findUntoldFonts } from './find-untold-fonts.ts';
import type { Healing } from './healing.ts';
import { listenForHints } from './hints.ts';
import { cssOfMadeFonts, fontsInUse, madeFontsOf } from './lean/made-fonts.ts';
import type { Report } from './watcher.ts';

/** A hint is cut at 12,000 characters: what is as long may go on. */
const longestSource = 11_900;
/** Whoever knows of the fonts there are has told them by then, ms. */
const toldByMs = 1000;

/**
 * Tells the fonts that the page's script makes, as a style element which only the stream has (no attribute of the page
 * says anything of them). One of which the page does not say where it comes from is a gap.
 */
export function healMadeFonts(
  { tell, idOf, freshNodeId }: Healing,
  gap: Report['gap'],
  signal: AbortSignal,
): void {
  const unnamed = new Set<FontFace>();
  let heard = false;
  // Which one says nothing that a reader could use, and its name is the page's own text.
  const miss = () => {
    const at = Date.now();
    if (unnamed.size === 0) gap({ from: at, to: at, why: 'not-shown', detail: 'font' });
  };

  const look = () => {
    const made = madeFontsOf(document);
    // Put in use again they are told again; a page that makes ever new ones is not remembered for ever.
    for (const font of made.sources.keys()) if (!document.fonts.has(font)) made.sources.delete(font);
    for (const [font, source] of fontsInUse(document)) {
      if (source || unnamed.has(font)) continue;
      miss();
      unnamed.add(font);
    }
    const css = cssOfMadeFonts(document);
    const head = idOf(document.head);
    // A head that is yet to be told comes with them.
    if (css === made.css || head <= 0) return;
    made.css = css;
    if (made.ids) return change({ texts: [{ id: made.ids.text, value: css }] });
    made.ids = { style: freshNodeId(), text: freshNodeId() };
    const { style, text } = made.ids;
    const here = idOf(document);
    const rootId = here > 1 ? { rootId: here } : {};
    const sheet = { type: 2, tagName: 'style', attributes: {}, childNodes: [], id: style, ...rootId };
    change({
      adds: [
        { parentId: head, nextId: null, node: sheet },
        { parentId: style, nextId: null, node: { type: 3, textContent: css, id: text, ...rootId } },
      ],
    });
  };
  const change = (some: object) =>
    tell({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...some });

  // A page that was there before its recorder may have made some that nobody heard of.
  if (document.readyState === 'complete' && document.fonts.size > 0)
    setTimeout(() => {
      if (signal.aborted) return;
      const { sources } = madeFontsOf(document);
      for (const font of findUntoldFonts(document, (each) => sources.has(each))) {
        miss();
        unnamed.add(font);
      }
    }, toldByMs);

  listenForHints(
    ['font'],
    ({ detail }) => {
      const colon = detail.indexOf(':');
      if (colon < 0) return look();
      const source = detail.slice(colon + 1);
      const font = [...document.fonts][Number(detail.slice(0, colon))];
      if (!font) return;
      madeFontsOf(document).sources.set(font, source.length > longestSource ? '' : source);
      if (heard) return;
      heard = true;
      document.fonts.addEventListener('loadingdone', look, { signal });
    },
    signal,
  );
}
