import { afterEach, expect, it, vi } from 'vitest';
import { watchGuide } from '../../../lib/capture/watch-guide.ts';
import type { FrameContext, PageGuide, Report } from '../../../lib/capture/watcher.ts';
import { createRedactor } from '../../../lib/redact/index.ts';
import { pageOf } from './page-of.ts';

// The page has just come to rest, once.
vi.mock('../../../lib/capture/when-settled.ts', () => ({
  whenSettled: (look: (since: number) => void) => look(1),
  pageState: () => 1,
}));
afterEach(() => {
  vi.unstubAllGlobals();
});

const phone = '13800138000';
/** Ends so that a cut after `most` characters would go through the number. */
const cutThrough = (most: number) => '须'.repeat(most - 6) + phone;

function read(
  conditions: string,
  form: string,
  material: string,
  stage: string,
  fee = '是否收费',
): PageGuide | undefined {
  pageOf(`<table>
    <tr><th>事项名称</th><td>老年人优待证办理</td></tr><tr><th>办件类型</th><td>承诺件</td></tr>
    <tr><th>服务对象</th><td>自然人</td></tr><tr><th>承诺办结时限</th><td>15个工作日</td></tr>
    <tr><th>${fee}</th><td>否</td></tr><tr><th>受理条件</th><td>${conditions}</td></tr></table>
    <table><tr><td>序号</td><td>材料名称</td><td>材料形式</td><td>必要性</td></tr>
    <tr><td>1</td><td>${material}</td><td>${form}</td><td>必要</td></tr></table>
    <h4>办理流程</h4><p>申请 → ${stage} → 发证</p>`);
  vi.stubGlobal('location', { href: 'https://portal.example/guide' });
  const { redactText } = createRedactor();
  let told: PageGuide | undefined;
  const report = { guide: (guide: PageGuide) => void (told = guide) } as unknown as Report;
  const context = {
    privacy: 'full',
    redactText: (text: string) => redactText(text).text,
    redactUrl: (url: string) => url,
  } as unknown as FrameContext;
  watchGuide([])(report, context, new AbortController().signal);
  return told;
}

it('a guide is told as the page declares it', () => {
  expect(read('年满六十周岁', '电子', '居民身份证', '受理')).toMatchObject({
    fields: expect.arrayContaining([{ key: 'conditions', label: '受理条件', value: '年满六十周岁' }]),
    materials: [{ name: '居民身份证', form: '电子', required: true }],
    flow: ['申请', '受理', '发证'],
  });
});

it.each(['收费标准及依据', '收费标准/依据', '收费标准', '收费依据'])(
  '%s does not say whether a fee is taken',
  (label) => {
    expect(read('年满六十周岁', '电子', '居民身份证', '受理', label)?.fields).toContainEqual({
      key: 'fee-standard',
      label,
      value: '否',
    });
  },
);

it('a number at the place where a value is cut is masked whole, in every part of it', () => {
  const guide = read(cutThrough(500), cutThrough(60), cutThrough(200), cutThrough(100));
  expect(guide?.fields.find(({ key }) => key === 'conditions')?.value).toHaveLength(498);
  expect(guide?.materials[0]?.name).toContain('〔手机〕');
  expect(guide?.materials[0]?.form).toContain('〔手机〕');
  expect(guide?.flow[1]).toContain('〔手机〕');
  // Not of its moment, which may have these digits.
  expect(JSON.stringify([guide?.fields, guide?.materials, guide?.flow])).not.toMatch(/138/);
});

it('what a form of a material says of a person is masked', () => {
  expect(read('无', `原件（交 ${phone}）`, '居民身份证', '受理')?.materials[0]?.form).toBe(
    '原件（交 〔手机〕）',
  );
});
