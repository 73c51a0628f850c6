import { createSessionDigests, type Redactor } from '../../lib/redact/index.ts';

/** What only one rule keeps back: with that rule left out, `secret` can be read in what `of` answers. */
export type KnownAnswer = { rule: string; secret: string; of(redactor: Redactor): string };

const text = (rule: string, written: string, secret: string): KnownAnswer => ({
  rule,
  secret,
  of: (redactor) => redactor.redactText(written).text,
});
const node = (tagName: string, attributes: object, ...texts: string[]) => ({
  type: 2,
  id: 5,
  tagName,
  attributes,
  childNodes: texts.map((textContent, i) => ({ type: 3, id: 6 + i, textContent })),
});
const page = (...nodes: object[]) => ({
  type: 2,
  data: {
    node: {
      type: 0,
      id: 1,
      childNodes: [{ type: 2, id: 2, tagName: 'body', attributes: {}, childNodes: nodes }],
    },
  },
});
const event = (rule: string, source: { type: number }, secret: string): KnownAnswer => ({
  rule,
  secret,
  of: (redactor) => JSON.stringify(redactor.redactEvent(source).event),
});

/** At least one for every floor rule; all values are made up. */
export const knownAnswers: KnownAnswer[] = [
  text('email', '回执寄至 zhangxiaohe@example.com 查收', 'zhangxiaohe'),
  text(
    'token',
    'jwt eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOiJhYmNkZWYifQ.c2lnbmF0dXJlLXNpZ24 expired',
    'c2lnbmF0dXJl',
  ),
  text('labelled-value', '联系地址：青溪市桂湖区桂花路', '桂花路'),
  text('labelled-value', '姓名：张晓禾', '张晓禾'),
  text('keyed-value', '{"xm":"张晓禾","ok":true}', '张晓禾'),
  text('keyed-value', '（系统自动带出）Cookie：999110CFFBBC8F766B9FA73B。', '999110CFFBBC'),
  text('birth-sentence', '1990年3月7日出生', '1990年3月7日'),
  text('spaced-name', '姓名 张晓禾', '张晓禾'),
  text('greeting-name', '您好，张晓禾', '张晓禾'),
  {
    rule: 'learned-value',
    secret: '张晓禾',
    of(redactor) {
      redactor.redactLabelled('姓名', '张晓禾');
      return redactor.redactText('由张晓禾提交').text;
    },
  },
  {
    rule: 'session-value',
    secret: '张晓禾',
    of(redactor) {
      const elsewhere = createSessionDigests('secret');
      elsewhere.add('name', '张晓禾');
      redactor.memory.digests = createSessionDigests('secret', elsewhere.takeFresh());
      return redactor.redactText('由张晓禾提交').text;
    },
  },
  text('name-beside-number', '张晓禾（138****8000）', '张晓禾'),
  text('spaced-value', '初始密码为Sb123456。', 'Sb123456'),
  text('residential-address', '某市桂花路12号3幢2单元501室', '桂花路12号'),
  text('one-time-code', '您的验证码是482913', '482913'),
  text('document-number', '持护照E12345678入境', 'E12345678'),
  text('property-certificate', '青溪市不动产权第0123456号', '0123456'),
  text('resident-id', '已核验110105491231002。', '110105491231002'),
  text('credit-code', '业户92350211MA59123457已年报', '92350211MA59123457'),
  text('mobile', '致电13800138000', '13800138000'),
  text('bank-card', '汇至6222021234567890123', '6222021234567890123'),
  text('plate', '车辆鲁K12345已登记', '鲁K12345'),
  text('url-in-text', 'GET https://p.example.cn/q?who=zhangxh 500', 'zhangxh'),
  event('typed-value', page(node('input', { type: 'hidden', value: 'zhangxh' })), 'zhangxh'),
  event(
    'typed-value',
    { type: 3, data: { source: 5, id: 3, text: 'zhangxh', isChecked: false } } as never,
    'zhangxh',
  ),
  event(
    'choice-value',
    page(node('input', { type: 'radio', value: 'household-of-zhangxh-9901' })),
    'zhangxh',
  ),
  event(
    'neighbour-label',
    page(node('dt', {}, '现住址'), { ...node('dd', {}, '桂湖区桂花路'), id: 15 }),
    '桂花路',
  ),
  event(
    'neighbour-name',
    page(node('p', {}, '张晓禾'), { ...node('p', {}, '138****8000'), id: 15 }),
    '张晓禾',
  ),
  event('keyed-payload', { type: 5, data: { tag: 'x', payload: { realName: '张晓禾' } } } as never, '张晓禾'),
  event('other-attribute', page(node('li', { 'data-row': '{"who":"zhangxh"}' })), 'zhangxh'),
  event('script-attribute', page(node('b', { onclick: 'open("zhangxh")' })), 'zhangxh'),
  event('comment', page({ type: 5, id: 5, textContent: 'rendered for zhangxh' }), 'zhangxh'),
  {
    rule: 'url-parameter',
    secret: 'zhangxh',
    of: (redactor) => redactor.redactUrl('https://p.example.cn/q?who=zhangxh'),
  },
  {
    rule: 'url-user',
    secret: 'zhangxh',
    of: (redactor) => redactor.redactUrl('https://zhangxh:x@p.example.cn/q'),
  },
  {
    rule: 'url-segment',
    secret: '550e8400-e29b',
    of: (redactor) => redactor.redactUrl('https://p.example.cn/case/550e8400-e29b-41d4-a716-446655440000'),
  },
];
