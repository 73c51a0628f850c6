import { createValueMaker } from './made-values.ts';

/** A surface of the page, the rule that has to find the value there, and the value. */
export type Planted = { surface: string; rule: string; value: string };

const make = createValueMaker(20_260_817);

const surfaces = {
  'resident-id': [
    'text',
    'text split over elements',
    'text written late',
    'text that grows',
    'table cell',
    'default value',
    'value of an emptied field',
    'value set by script',
    'hidden input',
    'option label',
    'option value',
    'textarea',
    'contenteditable',
    'title attribute',
    'aria-label',
    'alt',
    'data attribute',
    'data attribute set late',
    'onclick attribute',
    'javascript link',
    'form action',
    'image address',
    'frame address',
    'frame text',
    'srcdoc text',
    'shadow text',
    'svg text',
    'script text',
    'json script',
    'comment',
    'meta content',
    'template',
    'noscript',
    'document title',
    'page address',
    'page address fragment',
    'history address',
    'fetch address',
    'fetch path',
    'redirect address',
    'dead picture path',
    'error message',
    'error stack',
    'rejection reason',
    'dialog text',
    'toast at the cut',
    'element id',
    'class name',
    'style sheet content',
    'svg file text',
    'data address',
    'uploaded file name',
    'typed value',
    'link text clicked',
    'search words',
    'websocket address',
    'cookie',
    'local storage',
    'response body',
  ],
  mobile: [
    'labelled phone',
    'placeholder',
    'tel link',
    'dialog confirm',
    'toast',
    'validation message',
    'button label',
    'wizard step',
    'query value',
    'text with spaces',
    'typed phone',
    'late option',
    'step name',
    'pause reason',
  ],
  'bank-card': ['card in text', 'card in groups', 'typed card', 'card without a label'],
  email: ['mail in text', 'mail link', 'typed mail'],
  plate: ['plate in text'],
  'social-security': ['labelled social security'],
  landline: ['labelled landline'],
  'one-time-code': ['typed one-time code', 'code in text'],
  'old-id': ['first generation number'],
  token: ['token in an address', 'token in a text address'],
  name: ['labelled name', 'name in table', 'radio label', 'typed name'],
  address: ['labelled address', 'typed address'],
  'unlisted-name': ['name of no listed family'],
  'header-code': ['code under its header'],
  'button-phone': ['number on a button'],
  'birth-date': ['birth sentence'],
  'keyed-token': ['value behind a key'],
  'bearer-token': ['token behind its word'],
  'lone-name': [
    'name behind a space',
    'name greeted',
    'name again on its page',
    'name again on another page',
    'name beside a number',
  ],
  'personal-number': ['number behind is'],
  'address-in-sentence': ['address in a sentence'],
  'code-in-sentence': ['code in a sentence'],
  passport: ['passport in a sentence'],
  'property-certificate': ['certificate of a home'],
  'credit-code': ["code of a person's business"],
} as const;

const makers: Record<keyof typeof surfaces, () => string> = {
  'resident-id': make.residentId,
  mobile: make.mobile,
  'bank-card': make.bankCard,
  email: make.email,
  plate: make.plate,
  'social-security': make.socialSecurity,
  landline: make.landline,
  'one-time-code': make.code,
  'old-id': make.oldResidentId,
  token: make.token,
  name: make.name,
  address: make.address,
  'unlisted-name': make.unlistedName,
  'header-code': make.code,
  'button-phone': make.mobile,
  'birth-date': make.birthDate,
  'keyed-token': make.token,
  'bearer-token': make.bearer,
  'lone-name': make.name,
  'personal-number': make.socialSecurity,
  'address-in-sentence': make.address,
  'code-in-sentence': make.code,
  passport: make.passport,
  'property-certificate': make.certificate,
  'credit-code': make.creditCode,
};

export type Surface = (typeof surfaces)[keyof typeof surfaces][number];

/** Six digits in a row tell one value from all others: a value that shares them with an earlier one is made anew. */
const taken = new Set<string>();
function makeUnlike(maker: () => string): string {
  for (;;) {
    const value = maker();
    const runs = [...value.matchAll(/(?=(\d{6}))/g)].map((match) => match[1] ?? '');
    if (runs.some((run) => taken.has(run)) || taken.has(value)) continue;
    for (const each of [...runs, value]) taken.add(each);
    return value;
  }
}

/** Every personal value of the planted pages and of what the walker types there, each once. */
export const planted: readonly Planted[] = Object.entries(surfaces).flatMap(([rule, places]) =>
  places.map((surface) => ({ surface, rule, value: makeUnlike(makers[rule as keyof typeof surfaces]) })),
);

/** The value planted on a surface. */
export function valueOf(surface: Surface): string {
  const found = planted.find((each) => each.surface === surface);
  if (!found) throw new Error(`nothing is planted at "${surface}"`);
  return found.value;
}
