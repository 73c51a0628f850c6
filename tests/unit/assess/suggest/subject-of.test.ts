import { expect, test } from 'vitest';
import { subjectOf } from '../../../../lib/assess/suggest/subject-of.ts';
import type { SignalCode } from '../../../../lib/model/signal.ts';

const of = (code: SignalCode, text: string) => subjectOf(code, [{ at: 0, refs: [], text }]);
const around =
  '欢迎使用社会保险个人网上服务大厅。首次登录请先注册，账号长期有效。办理时间为工作日九点至十七点，节假日暂停，咨询请拨打热线。';

test.each([
  [
    'a demand with figures and a browser’s name in it',
    '建议使用 IE8.0 及以上版本浏览器，分辨率 1024×768 效果最佳',
  ],
  ['a demand in plain words', '请携带身份证原件到窗口办理'],
])('%s is told as a whole', (_what, demand) => {
  const code = demand.includes('浏览器') ? 'browser_incompat' : 'paper_required';
  expect(of(code, `${around}${demand}。`)).toBe(demand);
  expect(of(code, `${around}\n${demand} 版权所有`)).toBe(demand);
});

test('a short text is told as it is', () => {
  expect(of('browser_incompat', '请安装控件 后再试')).toBe('请安装控件 后再试');
});
