import { expect, it } from 'vitest';
import { mayHoldLabels } from '../../../lib/capture/guide/guide-labels.ts';

const four = '事项名称：老年人优待证　* 办 理 地 点：一楼　咨询电话：12345　收费标准';

it('a text is worth a walk when it has labels of enough kinds, whatever stands between their characters', () => {
  expect(mayHoldLabels(four, 4, [])).toBe(true);
  expect(mayHoldLabels(four, 5, [])).toBe(false);
  // 咨询电话 and 咨询方式 are one kind.
  expect(mayHoldLabels(`${four} 咨询方式`, 5, [])).toBe(false);
  expect(mayHoldLabels(`${four} 受理条件`, 5, [])).toBe(true);
});

it("the site profile's own labels count as one kind more", () => {
  expect(mayHoldLabels(`${four} 办事指引`, 5, ['办事指引：'])).toBe(true);
  expect(mayHoldLabels(`${four} 办事指引 便民提示`, 6, ['办事指引', '便民提示'])).toBe(false);
});
