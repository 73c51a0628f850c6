/** Words that a style sheet puts on the page, in which no text node stands. */
const wordy = /content\s*:[^;}]*(?:["'][^"']*(?:\d{6}|[\u4e00-\u9fff]|@)|attr\()/i;
const pseudo = /::?(?:before|after)\b/gi;
const mostRules = 20_000;
const mostElements = 500;
/** In a page of more elements the attributes are not looked through, 1 µs an element. */
const mostAsked = 20_000;

type Written = { element: Element; text: string };

/** What was read of a sheet in the page itself. */
const known = new WeakMap<CSSStyleSheet, { rules: number; selectors: string[] }>();

/**
 * Elements before or after which a style sheet writes something that may be personal, and what it writes: a sheet that
 * stands in the page may have been made for one person; one that is linked to is the same for all, and can only show an
 * element's own attributes, of which `isPersonal` picks those worth a look. A kit's sheet has thousands of rules, and
 * reading them is dear.
 */
export function findWrittenByStyle(isPersonal: (text: string) => boolean): Written[] {
  const found: Written[] = [];
  const inPage = [...document.styleSheets].filter(({ ownerNode }) => ownerNode?.nodeName !== 'LINK');
  for (const selector of inPage.flatMap(selectorsIn)) {
    for (const element of elementsOf(selector)) found.push(...writtenAt(element));
    if (found.length >= mostElements) return found;
  }
  if (inPage.length < document.styleSheets.length)
    for (const element of withPersonalAttributes(isPersonal)) found.push(...writtenAt(element));
  return found;
}

function writtenAt(element: Element): Written[] {
  return ['::before', '::after'].flatMap((part) => {
    const { content } = getComputedStyle(element, part);
    return content && content !== 'none' && content !== 'normal' ? [{ element, text: content }] : [];
  });
}

function withPersonalAttributes(isPersonal: (text: string) => boolean): Element[] {
  const all = document.getElementsByTagName('*');
  if (all.length > mostAsked) return [];
  const found: Element[] = [];
  for (let n = 0; n < all.length && found.length < mostElements; n += 1) {
    const element = all[n] as Element;
    for (const name of element.getAttributeNames()) {
      if (!name.startsWith('data-') && name !== 'title' && name !== 'aria-label') continue;
      const value = element.getAttribute(name) ?? '';
      if (value.length < 2 || value.length > 200 || !isPersonal(value)) continue;
      found.push(element);
      break;
    }
  }
  return found;
}

function selectorsIn(sheet: CSSStyleSheet): string[] {
  const text = sheet.ownerNode?.textContent;
  // Rules that a script put into an empty element stand nowhere else.
  if (text && !wordy.test(text)) return [];
  const rules = sheet.cssRules;
  const before = known.get(sheet);
  if (before?.rules === rules.length) return before.selectors;
  const selectors: string[] = [];
  const read = (list: CSSRuleList) => {
    for (const rule of [...list].slice(0, mostRules)) {
      const { cssRules, selectorText } = rule as CSSStyleRule & CSSGroupingRule;
      // Spelling a rule out is dear.
      if (selectorText && /before|after/.test(selectorText) && wordy.test(rule.cssText))
        selectors.push(selectorText);
      if (cssRules?.length) read(cssRules);
    }
  };
  read(rules);
  known.set(sheet, { rules: rules.length, selectors });
  return selectors;
}

function elementsOf(selector: string): Element[] {
  const all = selector.split(',').flatMap((each) => {
    try {
      return [...document.querySelectorAll(each.replace(pseudo, '') || '*')];
    } catch {
      return [];
    }
  });
  return [...new Set(all)].slice(0, mostElements);
}
