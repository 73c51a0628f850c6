import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const DATE = '(?:19|20)\\d{2}(?:年\\d{1,2}月\\d{1,2}日|([-/.])\\d{1,2}\\1\\d{1,2})';
const BORN = new RegExp(
  `(?<=(?:出?生于|出生)[ :]?)${DATE}|${DATE.replace('\\1', '\\2')}(?=\\s?(?:出生|生人|生(?![\\u3400-\\u9fff]|\\s?[效产成])|生[汉男女]))`,
  'g',
);

/** Birth dates as a sentence tells them ("1990年3月7日出生", "生于1990-03-07"). */
export const birthSentence: Rule = {
  name: 'birth-sentence',
  kind: 'birth-date',
  needs: sign.born,
  needsDigits: 6,
  find: (text) => (text.includes('生') ? findAll(text, BORN) : []),
};
