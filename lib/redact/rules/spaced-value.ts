import { findAll } from '../find-all.ts';
import { isPersonalLabel } from '../personal-label.ts';
import type { Rule } from '../types.ts';

const PAIR =
  /[号码户卡证令名信](?:(?:[ \u200b]{1,3}|[ \u200b]?[是为][ \u200b:]{0,2})([A-Za-z0-9][!-~]{3,63}?)|([A-Za-z]{0,4}\d{7,25}))(?![0-9A-Za-z@_$#*&.-])(?!\s?[位个次分秒元月年天日至])/g;
/** Last letters of the labels below, and what parts them from a value. */
const MAY_MATCH = /[号码户卡证令名信](?:[ \u200b是为]|[A-Za-z]{0,4}\d{7})/;
const LABEL_BEFORE = /[\u4e00-\u9fff]{2,12}$/;
const NUMBER = /^[A-Za-z]{0,4}\d{6,25}[Xx]?$/;
const ACCOUNT = /^(?=.*\d.*\d)[\w@.-]{4,64}$|^[A-Za-z][\w@.-]{5,63}$/;
const PASSWORD = /^(?=.*\d)(?=.*\D)[!-~]{6,32}$|^\d{6,32}$/;
const NUMBERS = new Set([
  'social-security',
  'housing-fund',
  'personal-number',
  'resident-id',
  'permit',
  'bank-card',
  'account',
]);

function kindOf(label: string, value: string): string | undefined {
  if (/(?:密码|口令)$/.test(label)) return PASSWORD.test(value) ? 'password' : undefined;
  if (/(?:账号|帐号|用户名|登录名)$/.test(label) && ACCOUNT.test(value)) {
    const kind = isPersonalLabel(label);
    return kind && NUMBERS.has(kind) ? kind : 'account';
  }
  const kind = NUMBER.test(value) ? isPersonalLabel(label) : undefined;
  return kind && NUMBERS.has(kind) ? kind : undefined;
}

/** "账号 99010…，密码 Sb12…", "个人编号为99010…": a value set off from its label by space or "is" alone. */
export const spacedValue: Rule = {
  name: 'spaced-value',
  kind: 'account',
  find: (text) =>
    !MAY_MATCH.test(text)
      ? []
      : findAll(text, PAIR, (match) => {
          const value = match[1] ?? match[2] ?? '';
          const label =
            LABEL_BEFORE.exec(text.slice(Math.max(0, match.index - 11), match.index + 1))?.[0] ?? '';
          const kind = kindOf(label, value);
          const end = match.index + match[0].length;
          return kind ? { start: end - value.length, end, kind } : false;
        }),
};
