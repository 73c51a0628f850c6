import { findAll } from '../find-all.ts';
import { groupedNumberAt } from '../grouped-number.ts';
import { isPersonalLabel } from '../personal-label.ts';
import { isHotline } from '../service-values.ts';
import { sign } from '../signs.ts';
import type { Rule, Span } from '../types.ts';

const PAIR =
  /[号码户卡证令名信](?:(?:[ \u200b]{1,3}|[ \u200b]?[是为][ \u200b:]{0,2})([A-Za-z0-9][!-~]{3,63}?)|([A-Za-z]{0,4}\d{7,25}))(?![0-9A-Za-z@_$#*&.-])(?!\s?[位个次分秒元月年天日至])/g;
/** Last letters of the labels below, and what parts them from a value. */
const MAY_MATCH = /[号码户卡证令名信](?:[ \u200b是为]|[A-Za-z]{0,4}\d{7})/;
/** "家庭电话 0631-5123456": only behind labels of homes and persons; offices have telephones too. */
const PHONE =
  /话(?:[ \u200b]{0,3}|[ \u200b]?[是为][ \u200b:]{0,2})(\(?(?:0\d{2,3}\)?[- ]?)?[2-8]\d{6,7}(?:-\d{1,6})?)(?![0-9A-Za-z-])/g;
const MAY_BE_PHONE = /话[ \u200b是为:]{0,4}[(\d]/;
const GOES_ON = /^[ \-/_\u200b]{1,2}\d/;
const IN_PARTS = /\d[-/_]\d/;
const NOT_OF_A_COUNT = /^\s?[位个次分秒元月年天日至]/;
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
  needs: sign.label,
  find: (text) => [
    ...(MAY_MATCH.test(text) ? findAll(text, PAIR, (match) => valueIn(match, text)) : []),
    ...(text.includes('话') && MAY_BE_PHONE.test(text)
      ? findAll(text, PHONE, (match) => phoneIn(match, text))
      : []),
  ],
};

function labelEndingAt(text: string, at: number): string {
  return LABEL_BEFORE.exec(text.slice(Math.max(0, at - 11), at + 1))?.[0] ?? '';
}

function valueIn(match: RegExpExecArray, text: string): (Span & { kind: string }) | false {
  const value = match[1] ?? match[2] ?? '';
  const label = labelEndingAt(text, match.index);
  const end = match.index + match[0].length;
  const start = end - value.length;
  const isInParts = IN_PARTS.test(value) || GOES_ON.test(text.slice(end, end + 3));
  const grouped = isInParts ? groupedIn(text, start, label) : undefined;
  if (grouped) return grouped;
  const kind = kindOf(label, value);
  return kind ? { start, end, kind } : false;
}

/** The whole of a number written in groups. */
function groupedIn(text: string, start: number, label: string): (Span & { kind: string }) | undefined {
  const kind = isPersonalLabel(label);
  const span = kind && NUMBERS.has(kind) ? groupedNumberAt(text, start, kind) : undefined;
  return kind && span && !NOT_OF_A_COUNT.test(text.slice(span.end, span.end + 2))
    ? { ...span, kind }
    : undefined;
}

function phoneIn(match: RegExpExecArray, text: string): (Span & { kind: string }) | false {
  const number = match[1] ?? '';
  const end = match.index + match[0].length;
  if (isPersonalLabel(labelEndingAt(text, match.index)) !== 'landline' || isHotline(number)) return false;
  return { start: end - number.length, end, kind: 'landline' };
}
