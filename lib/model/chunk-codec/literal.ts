import { damaged } from './damaged.ts';
import { readJson, spellJson } from './json.ts';
import { indexOf, symbolOf } from './symbols.ts';

/*
 * A value as a literal: a plain text as it is; behind `^` JSON; behind `@` and a symbol a text that begins, for that
 * many characters, as the long literal of the same name before it. An address (it holds `://`) has its percent-encoded
 * letters bare.
 */
const marks = /^[\^@]/;
const percent = /(?:%[89A-F][0-9A-F])+/g;
const beyondAscii = /[^ -~]+/g;
/** From this length on literals share beginnings, and up to `longest` of it. */
const long = 10;
const longest = 90;

const isAddress = (text: string) => text.includes('://');
const withPercents = (bare: string) => bare.replace(beyondAscii, encodeURIComponent);

/** Undefined when the address could not be made again from its bare form. */
function bareOf(address: string): string | undefined {
  try {
    const bare = address.replace(percent, decodeURIComponent);
    return withPercents(bare) === address ? bare : undefined;
  } catch {
    return undefined;
  }
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length, longest);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

/** A key under which a value is known: two values have the same one only when they are the same. */
export const keyOf = (value: unknown): string =>
  typeof value === 'string' && !marks.test(value) ? value : `^${spellJson(value)}`;

/** What a key stands for, freshly made. */
export const valueOf = (key: string): unknown => (key.startsWith('^') ? readJson(key.slice(1)) : key);

/** Spells the key of a new value among those of its name. */
export function createLiteralWriter() {
  const before = new Map<string, string>();
  return (name: string, key: string): string => {
    if (key.startsWith('^')) return key;
    const literal = isAddress(key) ? bareOf(key) : key;
    if (literal === undefined) return `^${JSON.stringify(key)}`;
    if (literal.length < long) return literal;
    const shared = sharedStart(before.get(name) ?? '', literal);
    before.set(name, literal);
    return shared >= long ? `@${symbolOf(shared)}${literal.slice(shared)}` : literal;
  };
}

/** The key again. */
export function createLiteralReader() {
  const before = new Map<string, string>();
  return (name: string, spelled: string): string => {
    if (spelled.startsWith('^')) return spelled;
    let literal = spelled;
    if (spelled.startsWith('@')) {
      const shared = indexOf(spelled.charCodeAt(1));
      const known = before.get(name) ?? '';
      if (shared < long || shared > known.length) throw damaged('a shared beginning is too short');
      literal = known.slice(0, shared) + spelled.slice(2);
    }
    if (literal.length >= long) before.set(name, literal);
    if (!isAddress(literal)) return literal;
    try {
      return withPercents(literal);
    } catch {
      throw damaged('no address');
    }
  };
}
