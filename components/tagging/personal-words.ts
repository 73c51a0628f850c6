import { keyOf } from '../format/key-of.ts';

/** Kinds of personal data that have a word of their own, `tag.like.*`; near ones share one. */
const words: Record<string, string> = {
  mobile: 'phone',
  phone: 'phone',
  landline: 'phone',
  'resident-id': 'residentId',
  name: 'name',
  address: 'address',
  'bank-card': 'bankCard',
  account: 'account',
  email: 'email',
  passport: 'papers',
  permit: 'papers',
  'birth-date': 'birthDate',
  plate: 'plate',
  password: 'password',
  'one-time-code': 'password',
};

/** Names the kinds of personal data found in a note, each once; kinds without a word are "personal data". */
export function personalWords(text: (key: string) => string, kinds: readonly string[]): string {
  const keys = new Set(kinds.map((kind) => keyOf('tag.like', words[kind] ?? 'other')));
  return [...keys].map((key) => text(key)).join('、');
}
