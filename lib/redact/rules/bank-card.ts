import { hasLuhnChecksum } from '../checksums.ts';
import { findAll } from '../find-all.ts';
import { compact, GAP, groupLengths, isFraction } from '../patterns.ts';
import type { Rule } from '../types.ts';

const NUMBER = new RegExp(`(?<![0-9A-Za-z])\\d(?:${GAP}\\d){15,18}(?![0-9A-Za-z])`, 'g');
const BEGINS_LIKE_A_CARD = /^(?:\d{4}|\d{6}|\d{16,19})(?![0-9])|\u200b/;
const CASE_LABEL =
  /(?:编号|编码|流水号|订单号|受理号|办件号|申报号|业务号|申请号|单号|代码|条码|批号|文号|序号|标识)[^0-9A-Za-z]{0,4}$/;
/** What programs number their own doings by. */
const TRACE_KEY = /(?:trace|span|request|req)[-_]?id["']? ?[=:] ?["']?$/i;
const MONEY_LABEL = /卡|账|帐/;

function isWrittenLikeACard(number: string): boolean {
  const groups = groupLengths(number);
  if (groups.length === 1) return true;
  if (groups.length === 2) return groups[0] === 6 && (groups[1] ?? 0) >= 10;
  return groups.slice(0, -1).every((length) => length === 4) && (groups.at(-1) ?? 9) <= 4;
}

function isCaseNumber(text: string, start: number, digits: string): boolean {
  if (TRACE_KEY.test(text.slice(Math.max(0, start - 16), start))) return true;
  if (digits.startsWith('62') && hasLuhnChecksum(digits)) return false; // a valid UnionPay number, whatever the label
  const before = text.slice(Math.max(0, start - 16), start);
  return CASE_LABEL.test(before) && !MONEY_LABEL.test(before);
}

/**
 * Numbers of 16 to 19 digits: cards, whether their Luhn digit is right or mistyped, and other long numbers of
 * unknown meaning. A number introduced as a case or serial number stays.
 */
export const bankCard: Rule = {
  name: 'bank-card',
  kind: 'bank-card',
  inNames: true,
  needsRun: 16,
  find: (text) =>
    findAll(text, NUMBER, (match) => {
      let { 0: written } = match;
      if (!BEGINS_LIKE_A_CARD.test(written)) return false;
      while (!isWrittenLikeACard(written)) {
        const shorter = written.replace(/[ -]+[\d\u200b]+$/, '');
        if (shorter === written) return false;
        written = shorter;
      }
      const digits = compact(written);
      if (digits.length < 16 || isCaseNumber(text, match.index, digits) || isFraction(text, match.index))
        return false;
      const kind = hasLuhnChecksum(digits) || /^[3-69]/.test(digits) ? 'bank-card' : 'long-number';
      return { start: match.index, end: match.index + written.length, kind };
    }),
};
