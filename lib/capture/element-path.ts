import { ownOf } from './lean/form-ways.ts';

/** Where an element stands in its document, as CSS and as XPath. Never with a run of digits that could be personal. */

const depthLimit = 30;
const testAttributes = ['data-testid', 'data-test', 'data-cy', 'data-qa'];
/** Names made anew at every load by common kits. */
const madeAnew =
  /^(el-id|el-popper|rc[-_]|radix|react|mui|ember|ext-|yui|headlessui|reka|:)|-\d+-\d+$|[-_:]\d{2,}$/i;
const passing =
  /^(is|has|ng|v|js|css)-|^(active|hover|focus|focused|selected|open|opened|show|hide|hidden|disabled|ready|current|on)$|[-_](hover|focus|focused|active|selected|checked|disabled|invalid|error|current|open|opened|prompt|enter|leave)$/;

/** An attribute's value that will be the same on the next visit and says nothing about a person. */
function isLasting(value: string | null): value is string {
  return (
    value !== null && /^[A-Za-z][\w-]{0,40}$/.test(value) && !/\d{4}/.test(value) && !madeAnew.test(value)
  );
}

function only(root: ParentNode, selector: string): boolean {
  return root.querySelectorAll(selector).length === 1;
}

/** A short selector by what the page's authors called the element, `withWords` also its spoken label; undefined when none is the only one. */
export function findShortCss(
  element: Element,
  isPersonal: (text: string) => boolean,
  withWords: boolean,
): string | undefined {
  const root = element.getRootNode() as ParentNode;
  // What somebody is called may be a part of what elements are called.
  const isOnes = (name: string) => withWords && isPersonal(name);
  const tag = ownOf(element, 'localName');
  const id = element.getAttribute('id');
  if (isLasting(id) && !isOnes(id) && only(root, `#${CSS.escape(id)}`)) return `#${CSS.escape(id)}`;
  for (const attribute of testAttributes) {
    const value = element.getAttribute(attribute);
    if (isLasting(value) && !isOnes(value) && only(root, `[${attribute}="${value}"]`))
      return `[${attribute}="${value}"]`;
  }
  const name = element.getAttribute('name');
  if (isLasting(name) && !isOnes(name)) {
    const named = `${tag}[name="${name}"]`;
    if (only(root, named)) return named;
    const value = element.getAttribute('value') ?? '';
    const choice = `${named}[value="${CSS.escape(value)}"]`;
    if (
      withWords &&
      /^(radio|checkbox)$/.test((element as HTMLInputElement).type) &&
      value &&
      value.length <= 40
    )
      if (!/\d{4}/.test(value) && !isPersonal(value) && only(root, choice)) return choice;
  }
  const spoken = element.getAttribute('aria-label')?.trim() ?? '';
  if (withWords && spoken && spoken.length <= 40 && !/["\\]|\d{4}/.test(spoken) && !isPersonal(spoken)) {
    const labelled = `${tag}[aria-label="${spoken}"]`;
    if (only(root, labelled)) return labelled;
  }
  const classes = [...element.classList].filter(isLastingClass).slice(0, 3);
  const classed = `${tag}${classes.map((each) => `.${CSS.escape(each)}`).join('')}`;
  return classes.length > 0 && !classes.some(isOnes) && only(root, classed) ? classed : undefined;
}

/** Written by a person: small letters in words; a hash has digits or capitals. */
export function isLastingClass(name: string): boolean {
  return /^[a-z]{2,}([-_]{1,2}[a-z]{2,})*$/.test(name) && !passing.test(name);
}

/**
 * From the nearest ancestor with an id of its own that says nobody's name, or the root, down by position: one element by
 * construction.
 */
export function cssPathOf(element: Element, isPersonal: (text: string) => boolean): string {
  const root = element.getRootNode() as ParentNode;
  const parts: string[] = [];
  let at: Element | null = element;
  for (let depth = 0; at && depth < depthLimit; depth += 1) {
    const id = at.getAttribute('id');
    if (depth > 0 && isLasting(id) && only(root, `#${CSS.escape(id)}`) && !isPersonal(id)) {
      parts.unshift(`#${CSS.escape(id)}`);
      break;
    }
    const [tag, parent]: [string, Element | null] = [ownOf(at, 'localName'), ownOf(at, 'parentElement')];
    parts.unshift(parent ? `${tag}:nth-of-type(${positionOf(at)})` : tag);
    at = parent;
  }
  return parts.join(' > ');
}

export function xpathOf(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = ownOf(at, 'parentElement'))
    parts.unshift(`${ownOf(at, 'localName')}[${positionOf(at)}]`);
  return `/${parts.join('/')}`;
}

function positionOf(element: Element): number {
  const own = ownOf(element, 'localName');
  let n = 1;
  let before = ownOf(element, 'previousElementSibling');
  for (; before; before = ownOf(before, 'previousElementSibling'))
    if (ownOf(before, 'localName') === own) n += 1;
  return n;
}
