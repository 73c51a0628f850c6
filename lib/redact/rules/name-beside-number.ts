import { isCommonWord } from '../common-words.ts';
import { findAll } from '../find-all.ts';
import { HAN } from '../patterns.ts';
import { isPersonalLabel } from '../personal-label.ts';
import { isFullName } from '../surnames.ts';
import { TAG_LETTERS } from '../tags.ts';
import type { Rule, Span } from '../types.ts';

const NUMBER = '(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|[1-9]\\d{16}[0-9Xx]|\\d{16}|\\d{19})';
/** The fewest that NUMBER takes. */
const ELEVEN_DIGITS = /(?:\d[ -]?){11}/;
const TAG = `〔(?:手机|身份证|银行卡)${TAG_LETTERS}〕`;
const NAME = `${HAN}{2,4}`;
const GAP = '[\\s\\u200b(),、/|\\[\\]【】-]{1,3}';
const BEFORE = new RegExp(
  `(?<!${HAN})(${NAME})(?!${HAN})(?=(?:${GAP}|[ :]{1,2})(?:${TAG}|${NUMBER}(?![0-9A-Za-z])))`,
  'g',
);
const AFTER = new RegExp(`(?:${TAG}|(?<![0-9A-Za-z])${NUMBER})${GAP}(${NAME})(?!${HAN})`, 'g');
/** Ends of what telephones, numbers and offices are called ("石桥路", "平安行"). */
const NO_NAME_ENDS_SO = /[话机号码卡证线址信箱人员户处科室局部所站厅厂店司者的了后时]$/;

function isName(word: string): boolean {
  return (
    isFullName(word) &&
    !isCommonWord(word) &&
    !NO_NAME_ENDS_SO.test(word) &&
    isPersonalLabel(word) === undefined
  );
}

function nameIn(match: RegExpExecArray, atEnd: boolean): Span | false {
  const name = match[1] ?? '';
  if (!isName(name)) return false;
  const start = atEnd ? match.index + match[0].length - name.length : match.index;
  return { start, end: start + name.length };
}

/**
 * A short word with a family name directly beside a mobile number, resident ID or bank card ("张三 138…",
 * "138…（张三）"), as choice lists and messages write a person. Numbers already masked count too.
 */
export const nameBesideNumber: Rule = {
  name: 'name-beside-number',
  kind: 'name',
  find(text, original) {
    if (!original.includes('〔') && !ELEVEN_DIGITS.test(text)) return [];
    const before = findAll(text, BEFORE, (match) => nameIn(match, false));
    return [...before, ...findAll(text, AFTER, (match) => nameIn(match, true))];
  },
};
