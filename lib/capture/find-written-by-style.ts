/** Words that a style sheet puts on the page, in which no text node stands. */
const wordy = /content\s*:[^;}]*(?:["'][^"']*(?:\d{6}|[\u4e00-\u9fff]|@)|attr\()/i;
const pseudo = /::?(?:before|after)\b/gi;
const mostRules = 20_000;
const mostElements = 500;

/** What was read of a sheet; of another origin's, which throws when it is asked, nothing once and for all. */
const known = new WeakMap<CSSStyleSheet, { rules: number; selectors: string[] }>();
const closed = new WeakSet<CSSStyleSheet>();

/** Elements before or after which a readable style sheet writes something that may be personal, and what it writes. */
export function findWrittenByStyle(): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = [];
  for (const selector of [...document.styleSheets].flatMap(selectorsIn))
    for (const element of elementsOf(selector)) {
      for (const part of ['::before', '::after']) {
        const { content } = getComputedStyle(element, part);
        if (content && content !== 'none' && content !== 'normal') found.push({ element, text: content });
      }
      if (found.length >= mostElements) return found;
    }
  return found;
}

function selectorsIn(sheet: CSSStyleSheet): string[] {
  if (closed.has(sheet)) return [];
  let rules: CSSRuleList;
  try {
    rules = sheet.cssRules;
  } catch {
    closed.add(sheet);
    return [];
  }
  const before = known.get(sheet);
  if (before?.rules === rules.length) return before.selectors;
  const selectors: string[] = [];
  const read = (list: CSSRuleList) => {
    for (const rule of [...list].slice(0, mostRules)) {
      const { cssRules, selectorText } = rule as CSSStyleRule & CSSGroupingRule;
      // Spelling a rule out is dear, and a kit's sheet has thousands.
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
