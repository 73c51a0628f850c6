/**
 * Several ways to find an element again, best first, in the notation of recorded user flows: `aria/…`, `text/…`,
 * CSS, `xpath/…`. Never one that carries a run of six digits, which could be a piece of somebody's number.
 */
export function findSelectors(element: Element, redactedLabel: string): string[] {
  const found: string[] = [];
  if (redactedLabel && !redactedLabel.includes('〔') && !redactedLabel.endsWith('…')) {
    found.push(`aria/${redactedLabel}`);
    if (/^(BUTTON|A|LI|SPAN|LABEL)$/.test(element.tagName)) found.push(`text/${redactedLabel}`);
  }
  const css = cssOf(element);
  if (css) found.push(css);
  found.push(`xpath/${xpathOf(element)}`);
  return found.filter((selector) => !/\d{6}/.test(selector) && selector.length <= 1000);
}

const depthLimit = 8;

function stableId(element: Element): string | undefined {
  const id = element.getAttribute('id');
  return id && /^[A-Za-z][\w-]{1,40}$/.test(id) && !/\d{3}/.test(id) ? id : undefined;
}

function cssOf(element: Element): string {
  const parts: string[] = [];
  let at: Element | null = element;
  for (let depth = 0; at && depth < depthLimit; depth += 1) {
    const id = stableId(at);
    const name = at.getAttribute('name');
    if (id) {
      parts.unshift(`#${CSS.escape(id)}`);
      break;
    }
    if (depth === 0 && name && /^[\w-]{1,40}$/.test(name)) parts.unshift(`${at.localName}[name="${name}"]`);
    else parts.unshift(at.parentElement ? `${at.localName}:nth-of-type(${positionOf(at)})` : at.localName);
    at = at.parentElement;
  }
  return parts.join(' > ');
}

function positionOf(element: Element): number {
  let n = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.localName === element.localName) n += 1;
  }
  return n;
}

function xpathOf(element: Element): string {
  const parts: string[] = [];
  let at: Element | null = element;
  while (at) {
    parts.unshift(`${at.localName}[${positionOf(at)}]`);
    at = at.parentElement;
  }
  return `/${parts.join('/')}`;
}
