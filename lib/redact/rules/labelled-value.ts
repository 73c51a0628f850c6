import { findAll } from '../find-all.ts';
import { groupedNumberAt, uuidAt } from '../grouped-number.ts';
import { areNames } from '../name-words.ts';
import { bareLabel, isPersonalLabel } from '../personal-label.ts';
import { isHotline, isOfficePlace, isServiceValue } from '../service-values.ts';
import { sign } from '../signs.ts';
import type { Rule, Span } from '../types.ts';
import { findNameAt } from './labelled-name.ts';

const COLON = /:[\s\u200b]{0,4}/g;
const LONGEST_LABEL = 20;
const NUMBER = /[A-Za-z]{0,4}\d{6,25}(?:[Xx]\d{0,2})?(?:B\d{1,2})?(?![0-9A-Za-z]|[ \-/_\u200b]{1,2}\d)/y;
const PHONE = /\(?(?:\+?86[- ]?)?(?:0\d{2,3}\)?[- ]?)?\d{7,13}(?:-\d{1,6})?(?!\d)/y;
const ADDRESS = /[^\n\r;。|<>"]{2,100}?(?=\s*[\u4e00-\u9fff]{2,8}:|[\n\r;。|<>"]|$)/y;
const TRAILING_HINT = /\((?:必填|选填|可选|非必填)\)$/;
const OFFICE_NEARBY = /咨询|监督|投诉|窗口|大厅|办公|值班|中心|单位|服务/;

const VALUES: Record<string, RegExp> = {
  'birth-date': /\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?|\d{8}(?!\d)|\d{6}(?!\d)/y,
  'one-time-code': /(?=[A-Za-z]{0,7}\d)[0-9A-Za-z]{4,8}(?![0-9A-Za-z])/y,
  password: /[!-~]{4,64}/y,
  account: /(?!\d{1,2}[-~]\d{1,2}(?!\d))[\w.@-]{3,64}(?!\s?[位个])/y,
  token: /[!-~]{6,2000}/y,
  'property-certificate':
    /[0-9A-Z]{6,30}(?![0-9A-Za-z])|[\u4e00-\u9fff]{0,2}\(\d{4}\)[\u4e00-\u9fff]{2,12}第?\d{6,12}号?/y,
  'case-number': /[0-9A-Za-z-]{6,48}/y,
  address: ADDRESS,
  phone: PHONE,
  landline: PHONE,
  mobile: PHONE,
};
/** Kinds whose own shape is enough; a label adds nothing. */
const SHAPED = new Set(['email', 'plate']);

function isLabelCode(code: number): boolean {
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLetter || (code >= 0x4e00 && code <= 0x9fff) || (code >= 40 && code <= 42);
}

/** The words that end at a colon, at most two blanks before it. */
function labelBefore(text: string, colon: number): string {
  let end = colon;
  while (end > colon - 2 && (text[end - 1] === ' ' || text[end - 1] === '\u200b')) end -= 1;
  let start = end;
  while (start > 0 && end - start < LONGEST_LABEL && isLabelCode(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function valueAt(text: string, at: number, kind: string): Span | undefined {
  const pattern = VALUES[kind] ?? NUMBER;
  const uuid = pattern === NUMBER ? uuidAt(text, at) : undefined;
  if (uuid) return uuid;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match && pattern === NUMBER) return groupedNumberAt(text, at, kind);
  if (!match || isServiceValue(match[0])) return undefined;
  if (kind === 'address' && isOfficePlace(match[0])) return undefined;
  const written = match[0].replace(TRAILING_HINT, '').trimEnd();
  return { start: at, end: at + written.length };
}

function phoneAt(
  text: string,
  at: number,
  labelStart: number,
  kind: string,
): (Span & { kind: string }) | undefined {
  const span = valueAt(text, at, kind);
  if (!span) return undefined;
  const value = text.slice(span.start, span.end);
  const isMobile = kind === 'mobile' || /^\D*(?:86)?\D?1[3-9]\d{9}$/.test(value);
  const line =
    text
      .slice(Math.max(0, labelStart - 24), labelStart)
      .split('\n')
      .at(-1) ?? '';
  if (isHotline(value) || (!isMobile && OFFICE_NEARBY.test(line))) return undefined;
  return { ...span, kind: isMobile ? 'mobile' : 'landline' };
}

const ANOTHER_NAME = /、\s?/y;

/** The name behind a label, and those that follow it in a list ("共有人：张三、李四"). */
function namesAt(text: string, at: number, label: string, kind: string): (Span & { kind: string })[] {
  const names: (Span & { kind: string })[] = [];
  let next = at;
  for (;;) {
    const span = findNameAt(text, next, label);
    const isSure = kind === 'name' && names.length === 0;
    if (!span || !(isSure || areNames(text.slice(span.start, span.end)))) return names;
    names.push({ ...span, kind: 'name' });
    ANOTHER_NAME.lastIndex = span.end;
    const list = ANOTHER_NAME.exec(text);
    if (!list) return names;
    next = span.end + list[0].length;
  }
}

/** Values introduced by a personal label and a colon in the same text: "姓名：…", "联系地址：…", "社保号：…". */
export const labelledValue: Rule = {
  name: 'labelled-value',
  kind: 'labelled',
  needs: sign.colon,
  find(text, _original, memory) {
    if (!text.includes(':')) return [];
    return findAll(text, COLON).flatMap((colon) => {
      const label = labelBefore(text, colon.start);
      const kind = label && (isPersonalLabel(label) ?? memory?.setting?.labels[bareLabel(label)]);
      if (!kind || SHAPED.has(kind)) return [];
      const isPhone = kind === 'phone' || kind === 'landline' || kind === 'mobile';
      if (isPhone) return phoneAt(text, colon.end, colon.start - label.length, kind) ?? [];
      if (kind === 'name' || kind === 'person') return namesAt(text, colon.end, bareLabel(label), kind);
      const span = valueAt(text, colon.end, kind);
      return span ? [{ ...span, kind }] : [];
    });
  },
};
