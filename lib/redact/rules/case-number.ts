import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const LABEL =
  '(?:(?:办件|受理|申报|申请|案件|工单|订单|收件|项目|预约|回执|业务|办理)(?:编号|编码|单号|号|流水号|码)|流水号|查询码)';
const LABELLED = new RegExp(
  `${LABEL}[\\s\\u200b:是为【\\[("]{0,4}([0-9A-Za-z][0-9A-Za-z-]{5,47})(?![0-9A-Za-z])`,
  'g',
);
/** A long number set right behind the thing it is of, as titles do ("办件20261122…"). */
const SET_BEHIND = /(?:办件|案件|工单|订单|受理|申报|预约|回执|流水)[ #:]{0,2}(\d{10,24})(?![0-9A-Za-z])/g;
// Item code of 31 or 33 characters, date and serial: the number of one case (GB/T 39554 practice).
const SHORTEST_BUILT = 43;
const BUILT_ON_ITEM = /(?<![0-9A-Za-z])[0-9A-Z]{31}(?:\d{2})?20\d{10}(?![0-9A-Za-z])/g;

/** Case, acceptance and order numbers by their label, and those built on an item code. By policy. */
export const caseNumber: Rule = {
  name: 'case-number',
  kind: 'case-number',
  needs: sign.label | sign.longNumber,
  optional: true,
  needsDigits: 6,
  find: (text) => [
    ...findAll(/[号码]/.test(text) ? text : '', LABELLED, (match) => {
      const value = match[1] ?? '';
      const end = match.index + match[0].length;
      return /\d{4}/.test(value) ? { start: end - value.length, end } : false;
    }),
    ...findAll(/[件案单理报约执水]/.test(text) ? text : '', SET_BEHIND, (match) => {
      const end = match.index + match[0].length;
      return { start: end - (match[1]?.length ?? 0), end };
    }),
    ...(text.length < SHORTEST_BUILT ? [] : findAll(text, BUILT_ON_ITEM)),
  ],
};
