/**
 * Which of an action's selectors another run may rely on. Position alone (`nth-of-type`, a path from the root) or a
 * class alone finds something on nearly every page, also on one that is still to be left: such ways are taken only
 * where there is no other, because players click whichever way finds an element first.
 */
export function waysOf(selectors: readonly string[]): string[] {
  const known = selectors.filter(isSure);
  // A list may have other entries the next time: its place in one counts only where it has no words of its own.
  const settled = known.filter((way) => !/^xpath\/\(.*\)\[\d+\]$/.test(way));
  const sure = settled.length > 0 ? settled : known;
  const worded = sure.flatMap((way) => [way, ...xpathByWords(way)]);
  if (worded.length > 0) return [...new Set(worded)];
  const short = selectors.filter((way) => !isPath(way));
  return short.length > 0 ? short : [...selectors];
}

function isSure(way: string): boolean {
  if (/^(aria|text)\//.test(way)) return true;
  if (way.startsWith('xpath/')) return way.includes('normalize-space(.)=');
  return !isPath(way) && (/^(pierce\/)?#/.test(way) || /\[(name|aria-label|data-[\w-]+)=/.test(way));
}

function isPath(way: string): boolean {
  return way.includes(':nth-of-type(') || /^xpath\/\/html\[1\]/.test(way);
}

const pathsOfRole: Record<string, (name: string) => string> = {
  button: (name) => `//button[normalize-space(.)="${name}"]|//input[@value="${name}"]`,
  link: (name) => `//a[normalize-space(.)="${name}"]`,
};

/** The same words once more as XPath, for players that name elements by other rules. */
function xpathByWords(way: string): string[] {
  const [, name = '', role = ''] = /^aria\/(.*)\[role="(\w+)"\]$/.exec(way) ?? [];
  if (!name || name.includes('"') || /[()']/.test(name)) return [];
  const path = pathsOfRole[role]?.(name);
  return path ? [`xpath/${path}`] : [];
}

/** XPath by an element's own words that are not the only ones of their kind on the page, shown or not. */
const amongAlike = /^xpath\/(?:\(|\/\/\*\[contains\().*\[normalize-space\(\.\)="[^"]*"\](?:\)\[\d+\])?$/;

/**
 * The same for players that take the first element each way finds, also one that is not shown, as that of a dialog which
 * stands closed: no role and name, and no words alone, where others say the same.
 */
export function waysToFirst(selectors: readonly string[]): string[] {
  if (!selectors.some((way) => amongAlike.test(way))) return waysOf(selectors);
  return waysOf(selectors.filter((way) => !/^(aria|text)\//.test(way)));
}

/** CSS and XPath ways alone, for a script that looks in the document itself. */
export function plainWaysOf(selectors: readonly string[]): string[] {
  const plain = selectors.filter((way) => !/^(aria|text|pierce)\//.test(way));
  const sure = plain.filter(isSure);
  return sure.length > 0 ? sure : plain;
}
