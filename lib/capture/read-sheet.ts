import { isElement } from './node-kinds.ts';

/** No page a person can use has more sheets or frames in one document; a hostile one shall not hold up an answer. */
const most = { sheets: 2000, depth: 8, length: 4_000_000 };

/**
 * The rules of a style sheet that this page uses, by its address, as the browser holds them: for one whose server no
 * longer answers. Its own documents and frames of the same origin are looked through, imported sheets too; null where
 * the browser does not let a page read it.
 */
export function readSheet(url: string): string | null {
  let looked = 0;
  const inSheets = (sheets: Iterable<CSSStyleSheet>, depth: number): string | null => {
    for (const sheet of sheets) {
      looked += 1;
      if (looked > most.sheets || depth > most.depth) return null;
      const found = isAt(sheet, url) ? textOf(sheet) : inSheets(importedIn(sheet), depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  const inDocument = (root: Document, depth: number): string | null => {
    const own = inSheets(root.styleSheets, 0);
    if (own !== null || depth > most.depth) return own;
    for (const { contentDocument } of root.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
      const found = contentDocument && inDocument(contentDocument, depth + 1);
      if (found) return found;
    }
    return null;
  };
  return inDocument(document, 0);
}

/** A sheet that was redirected goes by the address its link names. */
function isAt({ href, ownerNode }: CSSStyleSheet, url: string): boolean {
  const named = isElement(ownerNode) && 'href' in ownerNode ? String(ownerNode.href) : undefined;
  return [href, named].some((each) => each?.replace(/#.*$/s, '') === url);
}

function importedIn(sheet: CSSStyleSheet): CSSStyleSheet[] {
  return rulesOf(sheet).flatMap((rule) => (rule as CSSImportRule).styleSheet ?? []);
}

function textOf(sheet: CSSStyleSheet): string | null {
  const text = rulesOf(sheet)
    .map(({ cssText }) => cssText)
    .join('\n');
  return text && text.length <= most.length ? text : null;
}

/** None where the sheet is of another origin that does not share it. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}
