import { listenForHints } from './hints.ts';
import { rootOf } from './lean/install.ts';
import { idOfNode } from './lean/node-ids.ts';
import type { RrwebHooks } from './lean/rrweb-hooks.ts';

const ADOPTED = 15;
/** Changes of adopted sheets are read this long after the first hint, ms. */
const gatheredMs = 60;
/** Ids of sheets told anew begin here, above rrweb's own and within the room that a replay leaves each stream. */
const ownIds = 500_000;

type Place = Document | ShadowRoot;

/**
 * Tells which sheets the page's script adopts, in the document and in shadow roots, and what becomes of their rules.
 * `tell` gets rrweb's data; rules of sheets new to the replay go by rrweb itself.
 */
export function healAdoptedSheets(
  tell: (data: object) => void,
  hooks: RrwebHooks,
  signal: AbortSignal,
): void {
  /** Places that adopted sheets, with the sheets told last. */
  const places = new Map<Place, CSSStyleSheet[]>();
  const texts = new WeakMap<CSSStyleSheet, string>();
  /** Sheets whose rules changed after they were told. */
  const altered = new WeakSet<CSSStyleSheet>();
  let nextId = ownIds;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    const news = new Set<CSSStyleSheet>();
    for (const place of places.keys())
      for (const sheet of place.adoptedStyleSheets) if (isNews(sheet)) news.add(sheet);
    for (const [place, before] of places) {
      if (place instanceof ShadowRoot && !place.isConnected) {
        places.delete(place);
        continue;
      }
      const now = [...place.adoptedStyleSheets];
      places.set(place, now);
      const isSame = now.length === before.length && now.every((sheet, at) => sheet === before[at]);
      if (!isSame || now.some((sheet) => news.has(sheet))) tellSheets(place, now);
    }
  };
  const tellSheets = (place: Place, sheets: CSSStyleSheet[]) => {
    const id = idOfNode(place instanceof ShadowRoot ? place.host : place);
    if (id <= 0) return;
    if (sheets.length > 0 && !sheets.some((sheet) => altered.has(sheet)))
      return hooks.styles?.adoptStyleSheets(sheets, id);
    // rrweb's replay may apply a sheet's changes before the sheet is there, so a changed one is told as another.
    const styles = sheets.map((sheet) => ({ styleId: ++nextId, rules: rulesOf(sheet) }));
    tell({ source: ADOPTED, id, styleIds: styles.map(({ styleId }) => styleId), styles });
  };
  /** True when its rules are others than they were when it was met first. */
  const isNews = (sheet: CSSStyleSheet): boolean => {
    const text = textOf(sheet);
    const before = texts.get(sheet);
    texts.set(sheet, text);
    if (before === undefined || before === text) return false;
    altered.add(sheet);
    return true;
  };
  const note = (place: Place) => {
    if (!places.has(place)) places.set(place, []);
  };

  // Sheets adopted before the first snapshot are in it; their texts are known from now on.
  const remember = (place: Place) => {
    for (const sheet of place.adoptedStyleSheets ?? []) {
      note(place);
      texts.set(sheet, textOf(sheet));
    }
  };
  remember(document);

  listenForHints(
    ['adopt'],
    ({ target }) => {
      const place = target instanceof Element ? rootOf(target, true) : target;
      if (!(place instanceof Document || place instanceof ShadowRoot)) return;
      note(place);
      timer ??= setTimeout(look, gatheredMs);
    },
    signal,
  );
  addEventListener('pagehide', () => timer !== undefined && look(), { capture: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

const rulesOf = (sheet: CSSStyleSheet) =>
  [...sheet.cssRules].map((rule, index) => ({ rule: rule.cssText, index }));
const textOf = (sheet: CSSStyleSheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n');
