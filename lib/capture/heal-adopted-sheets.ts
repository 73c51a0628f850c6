import type { Healing } from './healing.ts';
import { listenForHints } from './hints.ts';
import { knownAdopters, readAnew } from './lean/adopters.ts';
import { isElement } from './node-kinds.ts';
import { whenLeft } from './when-left.ts';

const ADOPTED = 15;
/** Changes of adopted sheets are read this long after the first hint, ms. */
const gatheredMs = 60;

type Place = Document | ShadowRoot;

/**
 * Tells which sheets the page's script adopts, in the document and in shadow roots, and what becomes of their rules.
 * Rules of sheets new to the replay go by rrweb itself.
 */
export function healAdoptedSheets(
  { tell, idOf, rootOf, adopt, freshSheetId }: Healing,
  signal: AbortSignal,
): void {
  /** Places that adopted sheets, with the sheets told last. */
  const places = new Map<Place, CSSStyleSheet[]>();
  /** Sheets whose rules changed after they were told. */
  const altered = new WeakSet<CSSStyleSheet>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const root of knownAdopters()) note(root);
    const met = new Set<CSSStyleSheet>();
    for (const place of places.keys()) for (const sheet of place.adoptedStyleSheets) met.add(sheet);
    const news = new Set([...met].filter(isNews));
    const told = new Map<CSSStyleSheet, number>();
    for (const [place, before] of places) {
      if (isRoot(place) && !place.isConnected) {
        places.delete(place);
        continue;
      }
      const now = [...place.adoptedStyleSheets];
      places.set(place, now);
      const isSame = now.length === before.length && now.every((sheet, at) => sheet === before[at]);
      if (!isSame || now.some((sheet) => news.has(sheet))) tellSheets(place, now, told);
    }
  };
  /** Components share their sheets: `told` are those whose rules were told in this look. */
  const tellSheets = (place: Place, sheets: CSSStyleSheet[], told: Map<CSSStyleSheet, number>) => {
    const id = idOf(isRoot(place) ? place.host : place);
    if (id <= 0) return;
    if (sheets.length > 0 && !sheets.some((sheet) => altered.has(sheet))) return adopt(sheets, id);
    // rrweb's replay may apply a sheet's changes before the sheet is there, so a changed one is told as another.
    const styles: object[] = [];
    const styleIds = sheets.map((sheet) => {
      let styleId = told.get(sheet);
      if (styleId === undefined) {
        styleId = freshSheetId();
        told.set(sheet, styleId);
        styles.push({ styleId, rules: rulesOf(sheet) });
      }
      return styleId;
    });
    tell({ source: ADOPTED, id, styleIds, styles });
  };
  /** True when its rules are others than they were when it was met first. */
  const isNews = (sheet: CSSStyleSheet): boolean => {
    const { before, now } = readAnew(sheet);
    if (before === undefined || before === now) return false;
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
      readAnew(sheet);
    }
  };
  remember(document);

  listenForHints(
    ['adopt'],
    ({ target }) => {
      const place = isElement(target) ? rootOf(target) : target;
      if (!place || !('adoptedStyleSheets' in place)) return;
      note(place as Place);
      timer ??= setTimeout(look, gatheredMs);
    },
    signal,
  );
  whenLeft('tell', () => timer !== undefined && look(), signal, true);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** By what it has: a closed root that another frame opened is none of this window's class. */
const isRoot = (place: Place): place is ShadowRoot => 'host' in place;
const rulesOf = (sheet: CSSStyleSheet) =>
  [...sheet.cssRules].map((rule, index) => ({ rule: rule.cssText, index }));
