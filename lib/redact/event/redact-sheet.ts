import { redactCss } from '../css/redact-css.ts';
import { findRanges } from '../find-ranges.ts';
import { findLearned, type Learner } from '../learned-values.ts';
import { knowsValues, redactName, rulesForNames } from '../redact-name.ts';
import { replaceRanges } from '../replace-ranges.ts';
import { settingFor } from '../setting.ts';

/** Selectors by id and class, and names of variables. */
const NAMED = /([#.](?!-?\d)|--)((?:[\w-]|[^ -~\s])+)/g;
/** Those among them that could be somebody's by themselves: with six digits, or not in Latin letters. */
const TELLING = /([#.](?!-?\d)|--)(?=[\w-]{0,200}?(?:[^ -~\s]|\d(?:[_-]{0,2}\d){5}))((?:[\w-]|[^ -~\s])+)/g;
/** Longer sheets are a kit's: names learned elsewhere are not looked for among its classes. */
const LONGEST_OWN = 100_000;
/** Values of variables, up to what ends a declaration; strings in them are masked before. */
const VARIABLE = /(--[\w-]+\s{0,4}:)([^;{}]+)/g;
const COULD_BE_PERSONAL = /\d(?:\D{0,3}\d){5}|[^ -~\s]|\w@\w|eyJ/;
const LATIN = /^[ -~\s]*$/;
/**
 * A measure that a script has computed (a scale of 1.3333333333333333): as many digits behind its point as a number of
 * JavaScript has, so that no mobile number and no identity number is one.
 */
const MEASURE = /(?<![\w.])\d{0,4}\.\d{13,17}(?!\d)/g;

function redactVariable(value: string, memory?: Learner): string {
  if (!knowsValues(memory) && !COULD_BE_PERSONAL.test(value)) return value;
  const { rules, textRules } = settingFor(memory);
  const measures = Array.from(value.matchAll(MEASURE), ({ 0: { length }, index }) => [index, index + length]);
  const ranges = findRanges(value, LATIN.test(value) ? rulesForNames(rules) : textRules, memory).filter(
    ({ start, end }) => !measures.some(([from = 0, to = 0]) => from <= start && end <= to),
  );
  return ranges.length === 0 ? value : replaceRanges(value, ranges, memory?.tagKey);
}

/**
 * CSS of a page without personal data: its words as `redactCss` masks them, numbers and learned values in variables,
 * and selectors by the names their elements have now. All that draws stays as it is.
 */
export function redactSheet(css: string, memory?: Learner): string {
  const worded = redactCss(css, memory);
  if (!knowsValues(memory) && !COULD_BE_PERSONAL.test(worded)) return worded;
  const set = worded.includes('--')
    ? worded.replace(VARIABLE, (_all, name: string, value: string) => name + redactVariable(value, memory))
    : worded;
  const { learned } = memory ?? {};
  const isOwn = knowsValues(memory) && (set.length <= LONGEST_OWN || findLearned(learned, set).length > 0);
  return set.replace(
    isOwn ? NAMED : TELLING,
    (_all, sign: string, name: string) => sign + redactName(name, memory),
  );
}
