import type { PackFault } from './check-programme.ts';
import type { z } from './zod.ts';

/** The model's own refusals, as codes of sentences `pack.reason.*`. */
const byMessage: Record<string, string> = {
  'expected a version such as 1.0.0': 'version',
  'expected letters, digits, - _ .': 'id',
  'expected a day such as 2031-03-09': 'day',
  'no such day': 'day',
  'not a valid regular expression': 'regexp',
  'not a public key': 'publicKey',
  'not a signature': 'signatureText',
};

const byType: Record<string, string> = {
  string: 'shouldBeText',
  number: 'shouldBeNumber',
  int: 'shouldBeNumber',
  array: 'shouldBeList',
  object: 'shouldBeObject',
  boolean: 'shouldBeYesNo',
};

const smallest: Record<string, string> = {
  string: 'tooShort',
  array: 'tooFew',
  number: 'tooSmall',
  int: 'tooSmall',
};
const largest: Record<string, string> = {
  string: 'tooLong',
  array: 'tooMany',
  number: 'tooLarge',
  int: 'tooLarge',
};

/** Why a field was refused, in a code and values a sentence can be made of; `data` is what was checked. */
export function describeIssue(issue: z.core.$ZodIssue, data: unknown): PackFault {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const value = valueAt(data, path);
  const say = (code: string, ...values: (string | number)[]): PackFault => ({ path, code, values });
  if (value === undefined && issue.code !== 'invalid_union') return say('missing');
  switch (issue.code) {
    case 'invalid_type':
      return say(byType[issue.expected] ?? 'other', shown(value));
    case 'too_small':
      if (value === '') return say('empty');
      return say(smallest[issue.origin] ?? 'other', Number(issue.minimum), shown(value));
    case 'too_big':
      return say(largest[issue.origin] ?? 'other', Number(issue.maximum), shown(value));
    case 'invalid_value':
      return say('oneOf', issue.values.map(String).join(' '), shown(value));
    case 'invalid_union': {
      const kind = issue.discriminator ?? '';
      return {
        ...say('kindUnknown', shown(valueAt(data, [...path, kind]))),
        path: kind ? [...path, kind] : path,
      };
    }
    default:
      return say(byMessage[issue.message] ?? 'other', shown(value));
  }
}

/** The value under a path; undefined where there is none. */
export function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
