import { type Learner, learn } from './learned-values.ts';
import { normalise } from './normalise.ts';
import { bareLabel, isPersonalLabel } from './personal-label.ts';
import { redactText } from './redact-text.ts';
import { isHotline, isMaskedAlready, isServiceValue } from './service-values.ts';
import { tagOf } from './tags.ts';
import type { Found } from './types.ts';

const LONGEST_NAME = 30;
const PHONES = new Set(['phone', 'landline', 'mobile']);
const FREE = new Set(['name', 'address', 'password']);

function kindOfPhone(kind: string, value: string): string {
  if (kind !== 'phone') return kind;
  return /^(?:86)?1[3-9]\d{9}$/.test(value.replace(/\D/g, '')) ? 'mobile' : 'landline';
}

/** True when a value can be what its label says: numbers need digits, names are short. */
function fits(kind: string, value: string): boolean {
  if (kind === 'name') return value.length <= LONGEST_NAME && !/[。;]/.test(value);
  if (FREE.has(kind)) return true;
  if (kind === 'account' || kind === 'one-time-code') return /[0-9A-Za-z]{3}/.test(value);
  if (kind === 'email') return value.includes('@');
  const digits = value.replace(/\D/g, '').length;
  return digits >= (kind === 'birth-date' ? 4 : 5);
}

/**
 * A whole value replaced by the tag of its kind, unless it is a hint, a hotline or masked already. The `memory` learns
 * the value.
 */
export function redactAs(kind: string, value: string, memory?: Learner): { text: string; found: Found } {
  const plain = normalise(value).trim();
  if (plain === '' || isServiceValue(plain) || isMaskedAlready(value.trim()))
    return redactText(value, memory);
  if (!fits(kind, plain) || (PHONES.has(kind) && isHotline(plain))) return redactText(value, memory);
  const exact = kindOfPhone(kind, plain);
  if (memory) learn(memory.learned, exact, plain);
  const lead = value.slice(0, value.length - value.trimStart().length);
  const tail = value.slice(value.trimEnd().length);
  return { text: lead + tagOf(exact, plain, memory?.tagKey) + tail, found: { [exact]: 1 } };
}

/**
 * A value whose neighbouring label says what it is (table header and cell, form label and text). A personal label
 * replaces the whole value; any other label leaves it to `redactText`.
 */
export function redactLabelled(
  label: string,
  value: string,
  memory?: Learner,
): { text: string; found: Found } {
  const bare = bareLabel(label);
  const kind = memory?.setting?.labels[bare] ?? isPersonalLabel(label) ?? isPersonalLabel(bare);
  return kind ? redactAs(kind, value, memory) : redactText(value, memory);
}
