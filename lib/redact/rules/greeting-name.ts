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
const NOT_A_NAME =
  /^(?:游客|管理员?|访客|来宾|用户|市民|企业|法人|个人|单位|公民|农民|商户|家长|考生|学生|申请人?|高校|台胞|居民|党员|车主|安全|全部|时间)/;

/** The name portals greet a signed-in person with ("您好，张三"). Needs a greeting and a family name. */
export const greetingName: Rule = {
  kind: 'name',
  find(text) {
    if (!/[您你]好|欢迎|尊敬的|当前/.test(text)) return [];
    const after = findAll(text, AFTER, (match) => {
      const name = match[1] ?? '';
      const end = match.index + match[0].length;
      return NOT_A_NAME.test(name) ? false : { start: end - name.length, end };
    });
    const before = findAll(text, BEFORE, (match) => {
      const name = match[1] ?? '';
      return NOT_A_NAME.test(name) ? false : { start: match.index, end: match.index + name.length };
    });
    return [...after, ...before];
  },
};
