import { holdsWriting } from './written-places.ts';

/** The role and name by which assistive software, and players of recorded flows, know an element. */

const inputRoles: Record<string, string> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  search: 'searchbox',
  number: 'spinbutton',
  text: 'textbox',
  tel: 'textbox',
  email: 'textbox',
  url: 'textbox',
};
const tagRoles: Record<string, string> = {
  button: 'button',
  textarea: 'textbox',
  select: 'combobox',
  option: 'option',
};

/** Elements that may have the role; the ones that really have it are found by `accessibleRole`. */
const candidates: Record<string, string> = {
  button: 'button,input,[role=button]',
  link: 'a[href],[role=link]',
  textbox: 'input,textarea,[role=textbox]',
  searchbox: 'input,[role=searchbox]',
  spinbutton: 'input,[role=spinbutton]',
  combobox: 'select,input,[role=combobox]',
  checkbox: 'input,[role=checkbox]',
  radio: 'input,[role=radio]',
  option: 'option,[role=option]',
  tab: '[role=tab]',
  menuitem: '[role=menuitem]',
};
/** A page with more of a kind than this is not searched for a second one of the same name. */
const candidatesLimit = 2000;

export function accessibleRole(element: Element): string | undefined {
  const role = element.getAttribute('role');
  if (role) return role in candidates ? role : undefined;
  if (element.localName === 'a') return element.hasAttribute('href') ? 'link' : undefined;
  if (element.localName !== 'input') return tagRoles[element.localName];
  return element.hasAttribute('list') ? 'combobox' : inputRoles[(element as HTMLInputElement).type];
}

/** The name as the page's own markup gives it; empty where it takes more than that to tell. Unredacted. */
export function accessibleName(element: Element): string {
  const by = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const named = by.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
  const direct = tidy(named) || tidy(element.getAttribute('aria-label') ?? '');
  if (direct) return direct;
  const { localName } = element;
  if (localName === 'input' && /^(submit|button|reset)$/.test((element as HTMLInputElement).type))
    return tidy((element as HTMLInputElement).value);
  if (localName === 'input' || localName === 'select' || localName === 'textarea') {
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    // A label around a select has the options in its text too.
    if (labels.some((label) => label.querySelector('select,textarea'))) return '';
    const text = tidy(labels.map((label) => label.textContent ?? '').join(' '));
    return text || tidy(element.getAttribute('placeholder') ?? element.getAttribute('title') ?? '');
  }
  if (element.querySelector('img[alt]:not([alt=""]),[aria-hidden],[aria-label],input,select,textarea'))
    return '';
  return holdsWriting(element) ? '' : tidy(element.textContent ?? '');
}

/** What has more parts than this is not looked through. */
const mostParts = 12;

/**
 * Letters that style sheets put in, as icon fonts and stars at labels are, belong to the name for players, and stand in no
 * text; a label that tells what is wrong does too, and goes. Looks at styles: ask of one element only.
 */
export function hasDrawnWords(element: Element): boolean {
  if (element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')) return false;
  const { labels } = element as Partial<HTMLInputElement>;
  return labels
    ? [...labels].some((each) => each.classList.contains('error') || isDrawnIn(each))
    : isDrawnIn(element);
}

function isDrawnIn(element: Element): boolean {
  const parts = element.getElementsByTagName('*');
  for (let n = -1; n < parts.length && n < mostParts; n += 1) {
    const part = n < 0 ? element : (parts[n] as Element);
    for (const place of ['::before', '::after'])
      if (/[^\s"']/.test(getComputedStyle(part, place).content.replace(/^(?:none|normal)$/, ''))) return true;
  }
  return false;
}

/** Nothing else on the screen has this role and name. */
export function isOnlyOne(element: Element, role: string, name: string): boolean {
  const all = element.ownerDocument.querySelectorAll(candidates[role] ?? '');
  if (all.length > candidatesLimit) return false;
  for (const other of all) {
    if (other === element || accessibleRole(other) !== role) continue;
    // One around the other is named by what is in it.
    const related = other.contains(element) || element.contains(other);
    if (!related && accessibleName(other) !== name) continue;
    if (other.getClientRects().length > 0) return false;
  }
  return true;
}

const tidy = (text: string) => (text.length > 400 ? '' : text.replace(/\s+/g, ' ').trim());
