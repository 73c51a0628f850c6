import { findAll } from '../find-all.ts';
import { isNameWord } from '../name-words.ts';
import { HAN } from '../patterns.ts';
import { sign } from '../signs.ts';
import { TAG_LETTERS } from '../tags.ts';
import type { Rule, Span } from '../types.ts';

const NUMBER = '(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|[1-9]\\d{16}[0-9Xx]|\\d{16}|\\d{19})';
/** As both patterns want it: nothing of a longer one. */
const WHOLE_NUMBER = new RegExp(`(?<![0-9A-Za-z])${NUMBER}(?![0-9A-Za-z])`);
const TAG = `〔(?:手机|身份证|银行卡)${TAG_LETTERS}〕`;
const NAME = `${HAN}{2,4}`;
/** Numbers their portal has half hidden. */
const HALF = '\\d{2,6}[*•●]{3,14}\\d{0,4}[0-9Xx]?';
const GAP = '[\\s\\u200b(),、/|\\[\\]【】-]{1,3}';
const BEFORE = new RegExp(
  `(?:(?<!${HAN})|(?<=联系|联络|致电|通知|经办|收件|委托|本人))(${NAME})(?!${HAN})(?=(?:${GAP}|[ :]{1,2})(?:(?:手机|电话|身份证)号?[ :]?)?(?:${TAG}|(?:${HALF}|${NUMBER})(?![0-9A-Za-z])))`,
  'g',
);
const AFTER = new RegExp(`(?:${TAG}|(?<![0-9A-Za-z])${NUMBER})${GAP}(${NAME})(?!${HAN})`, 'g');
function nameIn(match: RegExpExecArray, atEnd: boolean): Span | false {
  const name = match[1] ?? '';
  if (!isNameWord(name)) return false;
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
  needs: sign.tag | sign.star | sign.longNumber,
  find(text, original) {
    if (!original.includes('〔') && !/[*•●]{3}/.test(text) && !WHOLE_NUMBER.test(text)) return [];
    const before = findAll(text, BEFORE, (match) => nameIn(match, false));
    return [...before, ...findAll(text, AFTER, (match) => nameIn(match, true))];
  },
};
