import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule, Span } from '../types.ts';

const NUMBER = '[0-9]{1,5}[A-Za-z]?(?:[-之][0-9]{1,4}[A-Za-z]?)?';
const BUILDING = '(?:幢|栋|座|号楼|单元)';
/** The last part of an address: the home itself, or a house of a village group. */
const HOME = new RegExp(
  `(?<![0-9A-Za-z-])${NUMBER}\\s?(?:室|房(?![屋产间地租东])|户(?![籍口主]))` +
    `|${BUILDING}\\s?(?:[0-9]{1,2}(?:层|楼|单元)\\s?)?[0-9]{1,5}[A-Za-z]?(?![0-9A-Za-z.]|\\s?(?:号楼|楼|层|单元|幢|栋|座|室|房|户|窗|[元个年月日人]))` +
    '|[0-9]{1,3}(?:组|队|社)\\s?[0-9]{1,4}号(?!楼|窗)',
  'g',
);
/** What every alternative of HOME needs, to be refused fast. */
const MAY_END_SO = /[0-9A-Za-z]\s?[室房户]|[幢栋座楼元组队社]\s?[0-9]/;
const PART_OF_ADDRESS = /[\u3007\u3400-\u4dbf\u4e00-\u9fff0-9A-Za-z#()-]/;
const MAY_STAND_BEFORE_A_SPACE = /[省市区县镇乡村路街道巷弄号幢栋座元旗州]/;
const LONGEST = 60;
const STREET = /[路街巷弄]|大?道|胡同|村|[里庄屯湾苑府]|小区|花园|公寓|家园|社区|省.+[市州].+[区县市]/;
const HOUSE =
  /[0-9](?:幢|栋|座|号楼|单元)|[A-Za-z甲乙丙丁东西南北一二三四五六七八九十](?:幢|栋|座|单元)|[0-9]号|村.*[0-9][组队社]/;
const OFFICE =
  /大厅|中心|大厦|大楼|写字楼|办公|窗口|委员会|村委|居委|政府|行政|公司|医院|学校|银行|支行|派出所|[分公税商]局|机关|法院|会议室|教室|管委会|[\u4e00-\u9fff](?:局|厅|支队|大队)(?:[0-9]|$)/;
const OFFICE_BEFORE =
  /(?:办理|办公|办事|受理|领取|取件|窗口|现场|咨询|机构|单位|服务|企业|公司|注册|营业|投诉)[^。;\n]{0,12}$/;
const LEAD_IN =
  /^.*?(?:住(?:于|在|址)|[家现]住|位于|坐落于?|地址[为是]?|寄[至到往]|送[至到往]|迁[至到往]|收件)/;

/** Where the address that ends at `end` begins: back over its characters, then past the words that lead in to it. */
function startOf(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST) {
    const char = text[start - 1] ?? '';
    const isGap = char === ' ' && MAY_STAND_BEFORE_A_SPACE.test(text[start - 2] ?? '');
    if (!isGap && !PART_OF_ADDRESS.test(char)) break;
    start -= 1;
  }
  const written = text.slice(start, end);
  return start + (LEAD_IN.exec(written)?.[0].length ?? 0);
}

function addressEndingWith(home: Span, text: string): Span | false {
  const start = startOf(text, home.end);
  const written = text.slice(start, home.end);
  const isVillage = /[组队社]\s?[0-9]{1,4}号$/.test(written);
  const hasUnit = /单元/.test(written);
  if (!HOUSE.test(written) || (isVillage && !/村|[屯庄寨]/.test(written))) return false;
  if (!hasUnit && (!STREET.test(written) || OFFICE.test(written))) return false;
  if (!hasUnit && OFFICE_BEFORE.test(text.slice(Math.max(0, start - 16), start))) return false;
  return { start, end: home.end };
}

/**
 * A home address by its own shape: street or estate, building, and a unit, room or village group. Addresses of
 * offices have no unit, and name the office or stand behind an office's label.
 */
export const residentialAddress: Rule = {
  name: 'residential-address',
  kind: 'address',
  needs: sign.home,
  needsDigits: 2,
  find: (text) =>
    MAY_END_SO.test(text)
      ? findAll(text, HOME, (match) =>
          addressEndingWith({ start: match.index, end: match.index + match[0].length }, text),
        )
      : [],
};
