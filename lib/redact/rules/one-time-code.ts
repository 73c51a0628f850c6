import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const CODE =
  /(?:验证码|校验码|动态码|动态密码|动态口令|随机码|短信密码)[\s:为是【[("]{0,4}(\d{4,8})(?![0-9A-Za-z]|\s?[秒分元位个])/g;

const NAMES = /验|动态|随机码|短信密码/;
const BEFORE_ITS_NAME =
  /(?<![0-9A-Za-z-])\d{4,8}(?=\s?(?:[(【[]|[为是](?:[您你]的|[您你]?[本此]次))[\u4e00-\u9fff]{0,6}(?:验证码|校验码|动态码|随机码|短信密码))/g;

/** One-time codes as messages word them ("您的验证码是123456", "123456为您的验证码"). */
export const oneTimeCode: Rule = {
  name: 'one-time-code',
  kind: 'one-time-code',
  needs: sign.code,
  needsDigits: 4,
  find: (text) =>
    text.includes('码') && NAMES.test(text)
      ? [
          ...findAll(text, CODE, (match) => {
            const end = match.index + match[0].length;
            return { start: end - (match[1]?.length ?? 0), end };
          }),
          ...findAll(text, BEFORE_ITS_NAME),
        ]
      : [],
};
