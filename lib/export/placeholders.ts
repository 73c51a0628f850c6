import type { Action } from '../model/action.ts';
import type { Field } from '../model/field.ts';
import { isPersonalLabel } from '../redact/index.ts';

/**
 * Values that nobody has, in the shape that forms ask for: a birth date of 1900, numbers of zeros with a right check
 * digit. They stand where the walker typed something, because what was typed is never recorded.
 */
const byPersonalKind: Record<string, string> = {
  name: '张三',
  'resident-id': '110101190001010014',
  permit: 'CESHI000001',
  passport: 'E00000000',
  mobile: '13800000000',
  phone: '13800000000',
  landline: '010-00000000',
  email: 'ceshi@example.com',
  address: '测试省测试市测试路1号',
  'birth-date': '1900-01-01',
  'bank-card': '6222020000000000000',
  'credit-code': '91110000000000000E',
  'social-security': '000000000000',
  'housing-fund': '000000000000',
  'personal-number': '000000000000',
  plate: '京A00000',
  account: 'ceshi001',
  password: 'Ceshi@0000',
  'one-time-code': '0000',
};

const byFieldKind: Partial<Record<Field['kind'], string>> = {
  captcha: '0000',
  'one-time-code': '000000',
  password: 'Ceshi@0000',
  date: '2000-01-01',
};

const byWords: [pattern: RegExp, value: string][] = [
  [/信用代码|纳税人识别号/, '91110000000000000E'],
  [/身份证|身份号码/, '110101190001010014'],
  [/手机/, '13800000000'],
  [/银行卡|卡号|银行账[号户]/, '6222020000000000000'],
  [/验证码|校验码/, '0000'],
  [/密码|口令/, 'Ceshi@0000'],
  [/邮编|邮政编码/, '000000'],
  [/日期|时间/, '2000-01-01'],
  [/金额|收入|价格|费用/, '100'],
  [/数量|份数|人数|年龄|面积/, '1'],
];
const searches = /搜索|查找|检索|关键词|关键字|想办|找服务|searchbox/;

/** What to type into a field instead of what the walker typed; in a search field the walked item's name. */
export function placeholderFor(action: Action, fields: readonly Field[], itemName: string): string {
  const field = fields.find((each) => each.stream === action.stream && each.label === action.label);
  if (field?.kind === 'search' || isSearch(action)) return itemName;
  const known = field && byFieldKind[field.kind];
  if (known) return known;
  const kind = isPersonalLabel(action.label);
  // Which paper it is most forms leave open, and nearly everybody has the one whose number has 18 signs.
  if (kind === 'permit' && action.value?.length === 18) return byPersonalKind['resident-id'] ?? '';
  const personal = byPersonalKind[kind ?? ''];
  if (personal) return personal;
  const worded = byWords.find(([pattern]) => pattern.test(action.label))?.[1];
  // A field for numbers takes no other characters.
  if (isNumber(action)) return worded && /^\d+$/.test(worded) ? worded : '1';
  return worded ?? '测试内容';
}

function isNumber({ selectors }: Action): boolean {
  return selectors.some((each) => each.startsWith('aria/') && each.endsWith('[role="spinbutton"]'));
}

function isSearch({ label, selectors }: Action): boolean {
  return searches.test(label) || selectors.some((each) => each.includes('[role="searchbox"]'));
}
