import { declaredValue, type GuideKey } from '../../model/guide-page.ts';
import { fieldOf, findingAbout, type GuideRuleFunction } from './finding-about.ts';
import { daysIn, isBlank, isFullyOnline, saysNo, saysYes, visitsIn } from './parse-declared.ts';

/** 到现场次数≠0 wants 必须现场办理原因. */
export const visitsNeedReason: GuideRuleFunction = ({ page }) => {
  const visits = visitsIn(declaredValue(page, 'visits'));
  const reason = declaredValue(page, 'visit-reason');
  if (!visits || (reason !== undefined && !isBlank(reason) && reason !== '无')) return [];
  const observed = `必须现场办理原因：${reason ?? ''}`;
  return [
    findingAbout(page, {
      rule: 'visits-need-reason',
      kind: 'inconsistent',
      field: fieldOf(page, 'visits'),
      observed,
    }),
  ];
};

/** No visit and not online: then it must go by mail. */
export const noVisitNeedsMail: GuideRuleFunction = ({ page }) => {
  const ways = declaredValue(page, 'ways');
  if (visitsIn(declaredValue(page, 'visits')) !== 0 || !ways || isBlank(ways)) return [];
  const online =
    /网|在线/.test(ways) ||
    saysYes(declaredValue(page, 'online')) ||
    isFullyOnline(declaredValue(page, 'depth'));
  const notOnline = saysNo(declaredValue(page, 'online')) || !online;
  if (!notOnline || /邮寄|快递|物流/.test(ways)) return [];
  const field = fieldOf(page, 'visits');
  const observed = `${fieldOf(page, 'ways').label}：${ways}`;
  return [findingAbout(page, { rule: 'no-visit-needs-mail', kind: 'inconsistent', field, observed })];
};

/** Level IV means no visit. */
export const fullyOnlineZeroVisits: GuideRuleFunction = ({ page }) => {
  const visits = visitsIn(declaredValue(page, 'visits'));
  if (!visits || !isFullyOnline(declaredValue(page, 'depth'))) return [];
  const observed = `${fieldOf(page, 'visits').label}：${fieldOf(page, 'visits').value}`;
  const field = fieldOf(page, 'depth');
  return [findingAbout(page, { rule: 'fully-online-zero-visits', kind: 'inconsistent', field, observed })];
};

/** A promise is no longer than the law allows. */
export const promiseWithinLegal: GuideRuleFunction = ({ page }) => {
  const [promised, legal] = [fieldOf(page, 'promised-limit'), fieldOf(page, 'legal-limit')];
  const [own, law] = [daysIn(promised.value), daysIn(legal.value)];
  if (own === undefined || law === undefined || own <= law) return [];
  const observed = `${legal.label}：${legal.value}`;
  return [
    findingAbout(page, { rule: 'promise-beyond-legal', kind: 'inconsistent', field: promised, observed }),
  ];
};

/** Two fields of which the first, when it says yes, wants the second. */
const wants =
  (
    rule: 'fee-without-standard' | 'booking-without-address',
    first: GuideKey,
    second: GuideKey,
    must: boolean,
  ): GuideRuleFunction =>
  ({ page }) => {
    if (!saysYes(declaredValue(page, first))) return [];
    const value = declaredValue(page, second);
    if (value === undefined ? !must : !isBlank(value)) return [];
    return [
      findingAbout(page, {
        rule,
        kind: 'inconsistent',
        field: fieldOf(page, first),
        sure: value !== undefined,
      }),
    ];
  };
export const feeWantsStandard = wants('fee-without-standard', 'fee', 'fee-standard', true);
export const bookingWantsAddress = wants('booking-without-address', 'booking', 'booking-address', false);

/** Whether a fee is taken; undefined where a value tells it in other words. */
const feeIn = (value: string): boolean | undefined => (saysNo(value) ? false : saysYes(value) || undefined);

/** What is compared, and what each is read as. */
const compared: [GuideKey, (value: string) => number | boolean | undefined][] = [
  ['promised-limit', daysIn],
  ['legal-limit', daysIn],
  ['visits', visitsIn],
  ['fee', feeIn],
];

/** Two guides of one item that do not say the same: in what is read out of them, else word for word. */
export const guidesDiffer: GuideRuleFunction = ({ page, pages }) =>
  compared.flatMap(([key, read]) => {
    const own = fieldOf(page, key);
    if (isBlank(own.value)) return [];
    const said = read(own.value);
    const other = pages.find((each) => {
      const { value } = fieldOf(each, key);
      if (isBlank(value)) return false;
      const theirs = read(value);
      return said === undefined || theirs === undefined ? value.trim() !== own.value.trim() : theirs !== said;
    });
    if (!other) return [];
    const observed = fieldOf(other, key).value;
    return [
      findingAbout(page, { rule: 'guides-differ', kind: 'inconsistent', field: own, observed, row: other }),
    ];
  });
