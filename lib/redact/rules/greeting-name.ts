import { isCommonWord } from '../common-words.ts';
import { findAll } from '../find-all.ts';
import { HAN } from '../patterns.ts';
import { SURNAME } from '../surnames.ts';
import type { Rule } from '../types.ts';

const GREETING = '(?:欢迎您?|[您你]好|尊敬的|当前用户|当前登录人)';
const EDGE = `(?=先生|女士|同志|[^0-9A-Za-z\\u3007\\u3400-\\u9fff]|$)`;
const AFTER = new RegExp(`${GREETING}[\\s,!:]{0,3}(${SURNAME}(?:${HAN}{1,2}|·${HAN}{1,6}))${EDGE}`, 'g');
const BEFORE = new RegExp(
  `(?<!${HAN})(${SURNAME}${HAN}{1,2})(?:先生|女士)?[\\s,]{0,2}(?:[您你]好|欢迎您)`,
  'g',
);
const ADDRESSED = new RegExp(`^\\s*(${SURNAME}${HAN}{1,2})(?:先生|女士)?,\\s?(?=[您你])`, 'g');
/** "登录后，您可以…": a clause, not somebody spoken to. */
const ENDS_A_CLAUSE = /[后前时中内外的了者们下上里户员人]$/;

/**
 * The name portals greet a signed-in person with ("您好，张三"), or begin a text with ("张三，您共有…"). Needs a greeting
 * and a family name.
 */
export const greetingName: Rule = {
  kind: 'name',
  find(text) {
    if (!/[您你]|欢迎|尊敬的|当前/.test(text)) return [];
    const after = findAll(text, AFTER, (match) => {
      const name = match[1] ?? '';
      const end = match.index + match[0].length;
      return isCommonWord(name) ? false : { start: end - name.length, end };
    });
    const before = findAll(text, BEFORE, (match) => {
      const name = match[1] ?? '';
      return isCommonWord(name) ? false : { start: match.index, end: match.index + name.length };
    });
    const addressed = findAll(text, ADDRESSED, (match) => {
      const name = match[1] ?? '';
      const start = match[0].indexOf(name);
      return isCommonWord(name) || ENDS_A_CLAUSE.test(name) ? false : { start, end: start + name.length };
    });
    return [...after, ...before, ...addressed];
  },
};
