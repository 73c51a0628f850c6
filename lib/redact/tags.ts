import { keyedLetters } from './keyed-letters.ts';
import { normalise } from './normalise.ts';
import { compact } from './patterns.ts';

const TAGS: Record<string, string> = {
  'resident-id': '身份证',
  mobile: '手机',
  landline: '座机',
  'bank-card': '银行卡',
  passport: '护照',
  permit: '证件号',
  'credit-code': '统一社会信用代码',
  plate: '车牌',
  email: '邮箱',
  name: '姓名',
  address: '地址',
  'birth-date': '出生日期',
  'social-security': '社保号',
  'housing-fund': '公积金账号',
  medical: '医疗号',
  'one-time-code': '验证码',
  password: '密码',
  token: '令牌',
  account: '账号',
  'personal-number': '个人编号',
  'property-certificate': '不动产权证',
  'case-number': '办件编号',
  'long-number': '长号码',
};

/** A number reads the same however it is grouped, and with or without the country's code. */
const NUMBERS = /^(?:\(?\+?\(?(?:00)?86\)?)?(1[3-9]\d{9})$|^([1-9]\d{14,18}X?)$/;

/** Shorter ones are no such number. */
const SHORTEST_NUMBER = 11;

/** One spelling for all in which a value may be written. */
function plainValue(value: string): string {
  const plain = compact(normalise(value)).toUpperCase();
  if (plain.length < SHORTEST_NUMBER) return plain;
  const number = NUMBERS.exec(plain.replace(/[./_]/g, ''));
  return number?.[1] ?? number?.[2] ?? plain;
}

/** The letters of a value, the same wherever it stands; none without the session's secret. */
export function lettersOf(value: string, tagKey: string | undefined): string {
  return tagKey === undefined ? '' : keyedLetters(plainValue(value), tagKey);
}

/**
 * What stands in the place of a masked value, e.g. `〔手机〕`. Unknown kinds read `〔已遮盖〕`. With the session's secret
 * three letters tell one value from another (`〔手机·KDM〕`): the same value has the same letters in the whole session.
 */
export function tagOf(kind: string, value?: string, tagKey?: string): string {
  const word = TAGS[kind] ?? '已遮盖';
  if (tagKey === undefined || value === undefined) return `〔${word}〕`;
  return `〔${word}·${lettersOf(value, tagKey)}〕`;
}

/** Pattern source of the letters that tell values apart. */
export const TAG_LETTERS = '(?:·[A-Z]{3})?';

/** All tags, as one pattern source. */
export const TAG_PATTERN = `〔(?:${[...Object.values(TAGS), '已遮盖'].join('|')})${TAG_LETTERS}〕`;
