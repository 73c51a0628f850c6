/** Rules looked through for the names of states; a page with more is told by those. */
const mostRules = 20_000;
const named = /:state\(\s*([^)\s]+)\s*\)|:(--[^\s:.#[()>+~,]+)/g;

/** The states of custom elements that the sheets of these places ask for, where a page may read its sheets. */
export function findStateNames(places: readonly DocumentOrShadowRoot[]): string[] {
  const names = new Set<string>();
  let left = mostRules;
  const read = (rules: CSSRuleList) => {
    for (const rule of rules) {
      left -= 1;
      if (left < 0) return;
      const { selectorText } = rule as CSSStyleRule;
      if (selectorText?.includes(':state(') || selectorText?.includes(':--'))
        for (const [, state, old] of selectorText.matchAll(named)) names.add(state ?? old ?? '');
      const inner = (rule as CSSImportRule).styleSheet?.cssRules ?? (rule as CSSGroupingRule).cssRules;
      if (inner) read(inner);
    }
  };
  for (const sheet of new Set(places.flatMap((each) => [...each.styleSheets, ...each.adoptedStyleSheets])))
    try {
      read(sheet.cssRules);
    } catch {
      // Of another origin: its rules are nobody's to read.
    }
  return [...names];
}

/** Whether any element is of a page's own making. */
export const hasOwnElements = (doc: Document): boolean =>
  Array.prototype.some.call(doc.getElementsByTagName('*'), ({ localName }: Element) =>
    String(localName).includes('-'),
  );
