import { fitsKind } from './fits-kind.ts';
import { addFound } from './found.ts';
import { type Learner, learn } from './learned-values.ts';
import { areNames } from './name-words.ts';
import { normalise } from './normalise.ts';
import { bareLabel, isPersonalLabel } from './personal-label.ts';
import { redactText } from './redact-text.ts';
import { isMaskedAlready, isOfficePhone, isOfficePlace, isServiceValue } from './service-values.ts';
import { tagOf } from './tags.ts';
import type { Found } from './types.ts';

const PHONES = new Set(['phone', 'landline', 'mobile']);

function kindOfPhone(kind: string, value: string): string {
  if (kind !== 'phone') return kind;
  return /^(?:86)?1[3-9]\d{9}$/.test(value.replace(/\D/g, '')) ? 'mobile' : 'landline';
}

/** A name with more after it ("张三 状态：已受理"): the name goes, the rest is text. */
function redactFirstWord(value: string, memory?: Learner): { text: string; found: Found } {
  const at = /^\s*[^\s:：,，;；]+/.exec(value)?.[0].length ?? 0;
  if (at === 0) return redactText(value, memory);
  const first = redactAs('name', value.slice(0, at), memory);
  const rest = redactText(value.slice(at), memory);
  addFound(first.found, rest.found);
  return { text: first.text + rest.text, found: first.found };
}

/**
 * A whole value replaced by the tag of its kind, unless it is a hint, a hotline or masked already. The `memory` learns
 * the value.
 */
export function redactAs(asked: string, value: string, memory?: Learner): { text: string; found: Found } {
  const plain = normalise(value).trim();
  if (asked === 'person' && !areNames(plain)) return redactText(value, memory);
  const kind = asked === 'person' ? 'name' : asked;
  if (plain === '' || isServiceValue(plain) || isMaskedAlready(value.trim()))
    return redactText(value, memory);
  if (!fitsKind(kind, plain) || (PHONES.has(kind) && isOfficePhone(plain))) return redactText(value, memory);
  if (kind === 'address' && isOfficePlace(plain)) return redactText(value, memory);
  if (kind === 'name' && plain.includes(':')) return redactFirstWord(value, memory);
  const exact = kindOfPhone(kind, plain);
  if (memory) learn(memory, exact, plain);
  memory?.wholes?.add(exact, value);
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
  const kind = kindOfLabel(label, memory);
  return kind ? redactAs(kind, value, memory) : redactText(value, memory);
}

/** Whether a text is masked for the label beside it; what its own words would have masked is not asked. */
export function isPersonalBeside(label: string, value: string, memory?: Learner): boolean {
  const kind = kindOfLabel(label, memory);
  return kind !== undefined && redactAs(kind, value, memory).text !== value;
}

/** The kind of personal datum that a label names, by the dictionary or by a policy. */
export function kindOfLabel(label: string, memory?: Learner): string | undefined {
  const bare = bareLabel(label);
  return isPersonalLabel(label) ?? isPersonalLabel(bare) ?? memory?.setting?.labels[bare];
}
