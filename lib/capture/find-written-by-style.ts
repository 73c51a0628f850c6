/** Words that a style sheet puts on the page, in which no text node stands. */
const wordy = /content\s*:[^;}]*(?:["'][^"']*(?:\d{6}|[\u4e00-\u9fff]|@)|attr\()/i;
const pseudo = /::?(?:before|after)\b/gi;
const mostRules = 20_000;
const mostElements = 500;

/** So few attributes are not judged themselves: most are shown nowhere. */
const fewTold = 60;

type Told = { element: Element; text: string };

/** What was read of a sheet in the page itself. */
const known = new WeakMap<CSSStyleSheet, { rules: number; selectors: string[] }>();
/** Sheets whose text, as it stands in the page, writes nothing of the kind. */
const silent = new WeakSet<CSSStyleSheet>();

/**
 * Elements before or after which a style sheet writes something personal: a sheet that stands in the page may have been
 * made for one person; one that is linked to is the same for all, and can only show an element's own attributes. `told`
 * says what stands in those; of them the personal ones are worth a look. A kit's sheet has thousands of rules, and
 * reading them is dear.
 */
export function findWrittenByStyle(told: Told[], isPersonal: (text: string) => boolean): Element[] {
  const sheets = [...document.styleSheets];
  const inPage = sheets.filter(({ ownerNode }) => (ownerNode as Element | null)?.localName !== 'link');
  const found = new Set<Element>();
  let written = 0;
  const ask = (element: Element) => {
    for (const part of ['::before', '::after']) {
      const { content } = getComputedStyle(element, part);
      if (!content || content === 'none' || content === 'normal') continue;
      written += 1;
      if (isPersonal(content) || isPersonal(content.slice(1, -1))) found.add(element);
    }
  };
  for (const selector of inPage.flatMap(selectorsIn)) {
    for (const element of elementsOf(selector)) ask(element);
    if (written >= mostElements) return [...found];
  }
  if (inPage.length === sheets.length) return [...found];
  const asked = new Set<Element>();
  for (const { element, text } of told)
    if (asked.size < mostElements && (told.length <= fewTold || isPersonal(text))) asked.add(element);
  for (const element of asked) ask(element);
  return [...found];
}

function selectorsIn(sheet: CSSStyleSheet): string[] {
  if (silent.has(sheet)) return [];
  const text = sheet.ownerNode?.textContent;
  // Rules that a script put into an empty element stand nowhere else.
  if (text && !wordy.test(text)) {
    silent.add(sheet);
    return [];
  }
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
