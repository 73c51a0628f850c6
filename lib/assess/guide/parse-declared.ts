/** Values that say nothing. 「无」 is an answer: no partner, no reason. */
const blanks = /^(?:[-—–/\\.·]*|暂无|待定|未填写|空|null|undefined)$/i;

export const isBlank = (value: string | undefined): boolean =>
  value !== undefined && blanks.test(value.trim());

export const saysYes = (value: string | undefined): boolean =>
  value !== undefined && /^(?:是|支持|已|可|有|收费|1$|true)/i.test(value.trim()) && !saysNo(value);

export const saysNo = (value: string | undefined): boolean =>
  value !== undefined && /^(?:否|不|未|无|免费|0$|false)/i.test(value.trim());

const chinese = '零一二三四五六七八九十';

/** The first whole number in it, written either way up to ten; undefined when there is none. */
export function numberIn(value: string | undefined): number | undefined {
  const digits = /\d+(?:\.\d+)?/.exec(value ?? '')?.[0];
  if (digits !== undefined) return Number(digits);
  const word = /[零一二两三四五六七八九十](?=\s*(?:次|个|日|天|项|份))/.exec(value ?? '')?.[0];
  if (word === undefined) return undefined;
  return word === '两' ? 2 : chinese.indexOf(word);
}

/** How often one has to come: "0次", "一次不用跑"; undefined when it does not say. */
export function visitsIn(value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/不用跑|零跑动|无需到|不用到|零次/.test(value)) return 0;
  if (/最多跑一次|只跑一次/.test(value)) return 1;
  return numberIn(value);
}

/** A time limit in working days: at once is 0; natural days and hours are taken as they stand. */
export function daysIn(value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/当场|即时|即办|立等/.test(value)) return 0;
  const number = numberIn(value);
  if (number === undefined) return undefined;
  if (/小时|时$/.test(value)) return number / 8;
  if (/个?月/.test(value)) return number * 22;
  return /日|天/.test(value) || /^\d+(?:\.\d+)?$/.test(value.trim()) ? number : undefined;
}

/** All the way online: level IV, or the words for it. */
export const isFullyOnline = (value: string | undefined): boolean =>
  value !== undefined && /全程网办|Ⅳ|IV\s*级|四级|全流程网办/i.test(value);
