import type { GuideFinding } from '../../model/guide-finding.ts';
import type { GuideKey, GuidePage } from '../../model/guide-page.ts';
import { findingAbout, type GuideRuleFunction } from './finding-about.ts';
import { isBlank } from './parse-declared.ts';

/** A blank here leaves a citizen without something to go by; others may be blank because there is nothing to say. */
const needed: ReadonlySet<GuideKey> = new Set([
  'item-name',
  'case-kind',
  'promised-limit',
  'legal-limit',
  'visits',
  'agency',
  'ways',
  'depth',
  'audience',
  'conditions',
  'fee',
  'place',
  'hours',
  'contact',
  'complaint',
  'basis',
  'single-sign-on',
]);

/** A field that is there and empty. */
export const blankFields: GuideRuleFunction = ({ page }) =>
  page.fields
    .filter(
      ({ key, value }) => isBlank(value) && (needed.has(key) || (key === 'fee-standard' && !saysFee(page))),
    )
    .map((field) => findingAbout(page, { rule: 'blank-field', kind: 'missing', field }));

/** Where nothing says whether a fee is taken, its standard has to. */
const saysFee = ({ fields }: GuidePage) =>
  fields.some(({ key, value }) => key === 'fee' || (key === 'fee-standard' && !isBlank(value)));

/** What every guide should have, by groups of which one is enough. */
const core: [label: string, keys: GuideKey[]][] = [
  ['办结时限', ['promised-limit', 'legal-limit']],
  ['收费', ['fee', 'fee-standard']],
  ['咨询方式', ['contact']],
  ['办理地点', ['place', 'online-address']],
];

/** Core elements of which no label was read. It may stand on another tab of the page: worth a look, no more. */
export const absentCore: GuideRuleFunction = ({ pages, page }) => {
  const has = (key: GuideKey) => pages.some((each) => each.fields.some((field) => field.key === key));
  const absent = core.filter(([, keys]) => !keys.some(has));
  const list: [string, GuideKey][] = absent.map(([label, [key = 'other']]) => [label, key]);
  if (!has('materials') && !pages.some((each) => each.listsMaterials)) list.push(['申请材料', 'materials']);
  return list.map(
    ([label, key]): GuideFinding =>
      findingAbout(page, {
        rule: 'absent-core',
        kind: 'missing',
        field: { key, label, value: '' },
        sure: false,
      }),
  );
};
