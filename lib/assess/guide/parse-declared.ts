/** Values that say nothing. 「无」 is an answer: no partner, no reason. */
const blanks = /^(?:[-—–/\\.·]*|暂无|待定|未填写|空|null|undefined)$/i;

export const isBlank = (value: string | undefined): boolean =>
  value !== undefined && blanks.test(value.trim());

export const saysYes = (value: string | undefined): boolean =>
  value !== undefined && /^(?:是|支持|已|可|有|收费|1$|true)/i.test(value.trim()) && !saysNo(value);

export const saysNo = (value: string | undefined): boolean =>
  value !== undefined && /^(?:否|不|未|无|免费|0$|false)/i.test(value.trim());

/** A number as guides write it: 20, 0.5, 二十; a part of 几十 or 数十 is none. */
const numeral =
  '\\d+(?:\\.\\d+)?|(?<![几数零〇一二两三四五六七八九十百千万])[零〇一二两三四五六七八九十百千万]+';
const first = `(${numeral})(?:[-—–~～至到](?:${numeral}))?[（(]?`;
const times = new RegExp(`${first}[次趟]`);
const counted = new RegExp(`${first}(?:次|个|日|天|项|份)`);
const limit = new RegExp(`${first}个?(?:法定|自然|连续)?(?:工作)?(日|天|小?时|月|年)`);
/** Days of the calendar are no limits. */
const dates = /\d{4}年(?:\d+月(?:\d+日)?)?|\d+月\d+日/g;

const words = '零一二三四五六七八九';
const inWords =
  /^(?:([一二三四五六七八九])百(?!.$))?(?:零(?=.$))?(([一二三四五六七八九]?)十)?([零一二三四五六七八九]?)$/;

/** A numeral's value, in words up to 999; undefined for what is no whole one (三五, 一百二). */
function valueOf(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const parts = inWords.exec(text.replace(/两/g, '二').replace(/〇/g, '零'));
  if (!parts) return undefined;
  const [, hundreds = '', ten, tens = '', ones = ''] = parts;
  const digit = (word: string) => Math.max(0, words.indexOf(word || '零'));
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}

const withoutBlanks = (value: string | undefined): string => (value ?? '').replace(/\s/g, '');

/** The first number in it, in digits or, before what it counts, in words; undefined when there is none. */
export function numberIn(value: string | undefined): number | undefined {
  const text = withoutBlanks(value);
  const number = /\d+(?:\.\d+)?/.exec(text)?.[0] ?? counted.exec(text)?.[1];
  return number === undefined ? undefined : valueOf(number);
}

/** How often one has to come: "0次", "一次不用跑"; undefined when it does not say. */
export function visitsIn(value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/不用跑|零跑动|无需到|不用到|零次/.test(value)) return 0;
  if (/最多跑一次|只跑一次/.test(value)) return 1;
  const said = times.exec(withoutBlanks(value))?.[1];
  return said === undefined ? numberIn(value) : valueOf(said);
}

/**
 * A time limit in working days: at once is 0; natural days and hours are taken as they stand. The first number with a
 * unit of time says it, the lower one of a range.
 */
export function daysIn(value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/当场|即时|即办|立等/.test(value)) return 0;
  const text = withoutBlanks(value).replace(dates, '');
  const [, said, unit = ''] = limit.exec(text) ?? [];
  if (said === undefined) return loneDays(text);
  const number = valueOf(said);
  if (number === undefined || unit === '年') return undefined;
  if (unit.endsWith('时')) return number / 8;
  return unit === '月' ? number * 22 : number;
}

/** Days where the unit does not follow (工作日：5), or where nothing but the number is said. */
function loneDays(text: string): number | undefined {
  const [number, ...more] = text.match(/\d+(?:\.\d+)?/g) ?? [];
  if (number === undefined || more.length > 0) return undefined;
  return text === number || (/日|天/.test(text) && !/\d(?:年|分)/.test(text)) ? Number(number) : undefined;
}

/** All the way online: level IV, or the words for it. */
export const isFullyOnline = (value: string | undefined): boolean =>
  value !== undefined && /全程网办|Ⅳ|IV\s*级|四级|全流程网办/i.test(value);
