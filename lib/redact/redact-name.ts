import { findRanges } from './find-ranges.ts';
import { createKeptAnswers } from './kept-answers.ts';
import type { Learner } from './learned-values.ts';
import { settingFor } from './setting.ts';
import { lettersOf } from './tags.ts';
import type { Rule, SensitiveRange } from './types.ts';

/** Six digits with whatever between them, other letters than Latin ones, a mailbox, a token: what rules could find. */
const COULD_BE_PERSONAL = /\d(?:\D*\d){5}|[^ -~\s]|@|eyJ|(?:Bearer|Basic|Token) /;
const LATIN = /^[ -~\s]*$/;
/** Whatever number it is, it is too long for a counter. Zeros stood for such numbers before there were letters. */
const LONG_NUMBER = /(?!0+(?!\d))\d{11,}/g;
const ONLY_ZEROS = /^[0 _-]+$/;
const MOST_KEPT = 5000;

const nameRules = new WeakMap<readonly Rule[], readonly Rule[]>();

/** Rules that go by numbers and known values; labels and sentences are no part of an identifier. */
export function rulesForNames(rules: readonly Rule[]): readonly Rule[] {
  const known = nameRules.get(rules);
  if (known) return known;
  const list = rules.filter((rule) => rule.inNames);
  nameRules.set(rules, list);
  return list;
}

/** True where more than numbers is looked for: values learned here or elsewhere, texts of a policy. */
export function knowsValues(memory: Learner | undefined): boolean {
  if (!memory) return false;
  if (memory.learned.kinds.size > 0 || (memory.digests?.size ?? 0) > 0) return true;
  return memory.setting !== undefined && rulesForNames(memory.setting.rules).some((rule) => rule.optional);
}

/** Names repeat on a page more than anything else. */
const keptNames = createKeptAnswers(MOST_KEPT);

/** What of an identifier would be replaced, in its order. */
export function findInName(value: string, memory?: Learner): SensitiveRange[] {
  const { rules, textRules } = settingFor(memory);
  const own = LATIN.test(value) ? rulesForNames(rules) : textRules;
  const found = findRanges(value, own, memory);
  // Learned words are all that can stand in it, and no part of them is written with an underscore.
  if (found.length === 0 && !COULD_BE_PERSONAL.test(value) && !value.includes('_')) return found;
  const more: SensitiveRange[] = [];
  // Underscores stand between the parts of a number here as blanks do in a text.
  if (value.includes('_')) more.push(...findRanges(value.replace(/_/g, '-'), rulesForNames(rules), memory));
  for (const { 0: digits, index } of value.matchAll(LONG_NUMBER))
    more.push({ start: index, end: index + digits.length, kind: 'long-number' });
  for (const range of more)
    if (!found.some(({ start, end }) => start < range.end && range.start < end)) found.push(range);
  return found
    .filter(({ start, end }) => !ONLY_ZEROS.test(value.slice(start, end)))
    .sort((a, b) => a.start - b.start);
}

function replaced(value: string, memory?: Learner): string {
  let result = '';
  let from = 0;
  for (const { start, end } of findInName(value, memory)) {
    result += `${value.slice(from, start)}_${lettersOf(value.slice(start, end), memory?.tagKey)}`;
    from = end;
  }
  return result + value.slice(from);
}

/**
 * An identifier that elements, style sheets and scripts know each other by (ids, classes, names of fields): numbers of
 * persons and learned values become `_` with the letters of their tag, so that what matched before matches after.
 */
export function redactName(value: string, memory?: Learner): string {
  if (!knowsValues(memory) && !COULD_BE_PERSONAL.test(value)) return value;
  if (!memory) return replaced(value);
  const names = keptNames(memory);
  const known = names.get(value);
  if (known !== undefined) return known;
  const result = replaced(value, memory);
  names.set(value, result);
  return result;
}
