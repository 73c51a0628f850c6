import { describe, expect, test } from 'vitest';
import { findGuideFindings } from '../../../../lib/assess/guide/find-guide-findings.ts';
import {
  daysIn,
  isBlank,
  numberIn,
  saysNo,
  saysYes,
  visitsIn,
} from '../../../../lib/assess/guide/parse-declared.ts';
import { type GuideKey, GuidePage } from '../../../../lib/model/guide-page.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import {
  blind,
  field,
  incident,
  portal,
  sighting,
  signal,
  start,
  valueOf,
  visit,
  walk,
} from '../signals/walk.ts';

const complete: Partial<Record<GuideKey, string>> = {
  'item-name': '居住证申领',
  'promised-limit': '5个工作日',
  'legal-limit': '10个工作日',
  visits: '0次',
  ways: '网上办理',
  fee: '不收费',
  contact: '12345',
  place: '政务大厅',
};
const guide = (more: Partial<Record<GuideKey, string>> = {}, rest: Partial<GuidePage> = {}, at = 1000) =>
  GuidePage.parse({
    id: `gp${at}`,
    at: start + at,
    tab: 1,
    frame: 0,
    url: `${portal}/guide/1`,
    listsMaterials: true,
    fields: Object.entries({ ...complete, ...more }).map(([key, value]) => ({ key, label: key, value })),
    materials: [
      { name: '居民身份证', shared: true, required: false },
      { name: '居住证明', required: true },
    ],
    ...rest,
  });
const findings = (page: GuidePage, rows: Partial<SessionReport> = {}) =>
  findGuideFindings(walk({ guidePages: [page], ...rows }));
const rules = (page: GuidePage, rows: Partial<SessionReport> = {}) =>
  findings(page, rows)
    .filter(({ sure }) => sure)
    .map(({ rule }) => rule);

test('a guide that keeps its word has no findings', () => {
  expect(findings(guide())).toEqual([]);
});

describe('what the guide says of itself', () => {
  test.each<[string, Partial<Record<GuideKey, string>>]>([
    ['visits-need-reason', { visits: '1次' }],
    ['visits-need-reason', { visits: '最多跑一次', 'visit-reason': '无' }],
    ['fully-online-zero-visits', { visits: '1次', 'visit-reason': '核验本人', depth: '全程网办（Ⅳ级）' }],
    ['no-visit-needs-mail', { ways: '窗口办理' }],
    ['no-visit-needs-mail', { ways: '窗口办理、网上办理', online: '否' }],
    ['promise-beyond-legal', { 'promised-limit': '20个工作日' }],
    ['fee-without-standard', { fee: '是', 'fee-standard': '' }],
    ['booking-without-address', { booking: '是', 'booking-address': '—' }],
    ['fee-without-standard', { fee: '收费', 'fee-standard': '/' }],
    ['blank-field', { contact: '' }],
    ['blank-field', { 'promised-limit': '/' }],
  ])('%s', (rule, more) => {
    expect(rules(guide(more))).toEqual([rule]);
  });

  test('is in order where the rule’s condition is met otherwise', () => {
    expect(rules(guide({ visits: '1次', 'visit-reason': '须核验本人' }))).toEqual([]);
    expect(rules(guide({ ways: '窗口办理、邮寄申请' }))).toEqual([]);
    expect(rules(guide({ 'promised-limit': '当场办结' }))).toEqual([]);
    expect(rules(guide({ partners: '', 'visit-reason': '' }))).toEqual([]);
  });

  test('a core element of which nothing was read is worth a look, not certain', () => {
    const page = guide();
    const without = { ...page, fields: page.fields.filter(({ key }) => key !== 'contact') };
    expect(findings(without)).toMatchObject([{ rule: 'absent-core', label: '咨询方式', sure: false }]);
  });

  test('a blank standard says nothing where a fee is not taken, and leaves out something where it stands alone', () => {
    expect(rules(guide({ fee: '否', 'fee-standard': '' }))).toEqual([]);
    const alone = (value: string) => {
      const page = guide({ 'fee-standard': value });
      return findings({ ...page, fields: page.fields.filter(({ key }) => key !== 'fee') });
    };
    expect(alone('每证20元')).toEqual([]);
    expect(alone('—')).toMatchObject([{ rule: 'blank-field', key: 'fee-standard', sure: true }]);
  });

  test.each<[GuideKey, string, string]>([
    ['visits', '0', '0次'],
    ['promised-limit', '20(工作日)', '20个工作日'],
    ['promised-limit', '5个工作日', '—'],
    ['legal-limit', '/', '20个工作日'],
    ['fee', '否', '不收费'],
    ['fee', '见附件', '见附件 '],
  ])('two readings of %s that say the same: “%s”, “%s”', (key, one, other) => {
    // Within the law and in order otherwise.
    const more = { 'legal-limit': '30个工作日' };
    const guidePages = [guide({ ...more, [key]: one }), guide({ ...more, [key]: other }, {}, 9000)];
    const found = findGuideFindings(walk({ guidePages })).map(({ rule }) => rule);
    expect(found).not.toContain('guides-differ');
  });

  test.each<[GuideKey, string, string]>([
    ['visits', '0', '1次'],
    ['fee', '否', '收费'],
    ['fee', '见附件', '见窗口公示'],
  ])('two readings of %s that do not: “%s”, “%s”', (key, one, other) => {
    const guidePages = [guide({ [key]: one }), guide({ [key]: other }, {}, 9000)];
    expect(findGuideFindings(walk({ guidePages })).map(({ rule }) => rule)).toContain('guides-differ');
  });

  test('two readings of one guide that differ', () => {
    const guidePages = [guide({}, {}, 1000), guide({ 'promised-limit': '7个工作日' }, {}, 9000)];
    expect(findGuideFindings(walk({ guidePages })).map(({ rule }) => rule)).toEqual(['guides-differ']);
  });
});

describe('what the walk met', () => {
  const login = (at: number, host: string) =>
    visit(at, `https://${host}/login`, { identity: true, stage: 'login' });

  test('single sign-on declared, and a login elsewhere than at the unified one', () => {
    const visits = [visit(0, '/'), login(2000, 'login.example')];
    const again = incident(5000, 'login-again', 'old.example', { url: 'https://old.example/login' });
    const page = guide({ 'single-sign-on': '是' });
    expect(rules(page, { visits, incidents: [again] })).toEqual(['single-sign-on']);
    const unified = incident(5000, 'login-again', 'login.example', { url: 'https://login.example/login' });
    expect(rules(page, { visits, incidents: [unified] })).toEqual([]);
    expect(rules(guide({ 'single-sign-on': '否' }), { visits, incidents: [again] })).toEqual([]);
  });

  test('no visit declared, and sent to a window; the guide’s own words about windows do not count', () => {
    const sent = sighting(9000, 'channel-switch', { detail: 'window', text: '请到窗口办理' });
    expect(findings(guide(), { sightings: [sent] })).toMatchObject([
      { rule: 'sent-away', declared: '0次', observed: '请到窗口办理', at: start + 9000 },
    ]);
    const own = { ...sent, url: `${portal}/guide/1` };
    expect(rules(guide(), { sightings: [own] })).toEqual([]);
  });

  test('uploads that the guide does not list, and uploads it says are not needed', () => {
    const upload = (label: string) => field(20_000, label, { kind: 'file' });
    const fields = [upload('上传居住证明'), upload('居民身份证扫描件'), upload('户口簿首页扫描件')];
    expect(findings(guide(), { fields }).map(({ rule, observed }) => [rule, observed])).toEqual([
      ['shareable-demanded', '居民身份证扫描件'],
      ['undeclared-material', '户口簿首页扫描件'],
    ]);
    expect(rules(guide({}, { listsMaterials: false, materials: [] }), { fields })).toEqual([]);
  });

  test('is held against the guide last opened, not against that of another item', () => {
    const other = guide({ 'item-name': '别的事项', visits: '1次', 'visit-reason': '核验' }, {}, 50_000);
    const sent = sighting(60_000, 'channel-switch', { detail: 'window', text: '请到窗口办理' });
    expect(findGuideFindings(walk({ guidePages: [guide(), other], sightings: [sent] }))).toEqual([]);
  });
});

describe('the signals of guides', () => {
  test('count what is certain, and are unobserved where no guide was read', () => {
    const report = walk({ guidePages: [guide({ contact: '', visits: '2次' })] });
    expect(signal('guide_field_missing', report)).toMatchObject({ value: 1, over: true });
    expect(signal('guide_mismatch', report)).toMatchObject({ value: 1 });
    expect(valueOf('material_shareable', report)).toBe(0);
    for (const code of ['guide_field_missing', 'guide_mismatch', 'material_shareable'] as const)
      expect([valueOf(code, walk()), valueOf(code, blind.metrics())]).toEqual([null, null]);
  });
});

describe('declared values', () => {
  test('numbers, days and visits as guides write them', () => {
    expect(['5个工作日', '当场办结', '一个工作日', '24小时', '2个月', '以公告为准'].map(daysIn)).toEqual([
      5,
      0,
      1,
      3,
      44,
      undefined,
    ]);
    expect(['0次', '一次', '最多跑一次', '零跑动', ''].map(visitsIn)).toEqual([0, 1, 1, 0, undefined]);
    expect([numberIn('两次'), numberIn('十日'), numberIn('若干')]).toEqual([2, 10, undefined]);
  });

  test.each<[string, number | undefined]>([
    ['二十个工作日', 20],
    ['十五日', 15],
    ['二十五个工作日', 25],
    ['一百二十日', 120],
    ['一百零五日', 105],
    ['两百天', 200],
    ['几十日', undefined],
    ['三五个工作日', undefined],
    ['十几天', undefined],
    ['一百二日', undefined],
    ['20个工作日（特殊情况可延长1个月）', 20],
    ['5个工作日，公示不计入承诺用时', 5],
    ['30分钟内受理，5个工作日办结', 5],
    ['自2024年1月1日起5个工作日', 5],
    ['2年', undefined],
    ['5-10个工作日', 5],
    ['五至十个工作日', 5],
    ['20(工作日)', 20],
    ['5（个工作日）', 5],
    ['5 个 工作日', 5],
    ['5个（法定）工作日', 5],
    ['工作日：5', 5],
    ['24时', 3],
    ['5', 5],
    ['1次', undefined],
  ])('the limit of “%s” is %s', (value, days) => {
    expect(daysIn(value)).toBe(days);
  });

  test('visits are what is counted in times', () => {
    expect(['十二次', '1（次）', '提交2份材料，到场1次', '0-1次'].map(visitsIn)).toEqual([12, 1, 1, 0]);
  });

  test('yes, no and nothing', () => {
    expect(['是', '支持', '不支持', '否', '不收费'].map((each) => [saysYes(each), saysNo(each)])).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, true],
      [false, true],
    ]);
    expect(['', '—', '/', '暂无', '无', '0'].map(isBlank)).toEqual([true, true, true, true, false, false]);
  });
});
