/** Rules looked through for the names of fonts; a page with more is not asked. */
const mostRules = 20_000;
/** `CSSRule.FONT_FACE_RULE`. */
const fontFace = 5;

/**
 * Fonts in use of which no sheet of the page and nobody who was told knows where they come from: made by a script before
 * anybody listened. None where that cannot be said: a sheet of another origin does not show its rules.
 */
export function findUntoldFonts(doc: Document, isTold: (font: FontFace) => boolean): FontFace[] {
  const untold = [...doc.fonts].filter((font) => font.status === 'loaded' && !isTold(font));
  if (untold.length === 0) return [];
  const named = familiesOf([...doc.styleSheets, ...doc.adoptedStyleSheets]);
  return named ? untold.filter(({ family }) => !named.has(plain(family))) : [];
}

/** The families that these sheets give fonts to; undefined where one cannot be read, or all are too much. */
function familiesOf(sheets: readonly CSSStyleSheet[]): Set<string> | undefined {
  const families = new Set<string>();
  let left = mostRules;
  const read = (rules: CSSRuleList): boolean =>
    [...rules].every((rule) => {
      left -= 1;
      if (left < 0) return false;
      if (rule.type === fontFace)
        families.add(plain((rule as CSSFontFaceRule).style.getPropertyValue('font-family')));
      const inner = (rule as CSSImportRule).styleSheet?.cssRules ?? (rule as CSSGroupingRule).cssRules;
      return !inner || read(inner);
    });
  try {
    return sheets.every((sheet) => read(sheet.cssRules)) ? families : undefined;
  } catch {
    return undefined;
  }
}

/** Browsers differ in whether they give a name with its quotes. */
const plain = (family: string) => family.trim().replace(/^(["'])(.*)\1$/, '$2');
