import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createEventMemory,
  createSessionDigests,
  redactEvent,
  redactLabelled,
  redactText,
  redactUrl,
  sensitiveRanges,
} from '../../../lib/redact/index.ts';
import { deepFreeze, element, snapshot, type Tree, text, words } from './trees.ts';

const row = (label: string, value: string, attributes = {}) =>
  element('tr', {}, [element('th', {}, [label]), element('td', attributes, [value])]);
const table = (...rows: Tree[]) => element('table', {}, [element('tbody', {}, rows)]);
const memoryAfter = (...body: Tree[]) => {
  const memory = createEventMemory();
  redactEvent(snapshot(body), { memory });
  return memory;
};

describe('a value masked by its label once is masked wherever it stands in the document', () => {
  test('in text and tooltips before and after its label, in the same snapshot', () => {
    const { event } = redactEvent(
      deepFreeze(
        snapshot([
          element('h1', {}, ['张晓禾的空间']),
          table(row('姓名', '张晓禾'), row('个人编号', '990100458213')),
          element('p', { title: '990100458213 的缴费记录', 'data-user': 'a' }, ['为张晓禾办理']),
        ]),
      ),
    );
    expect(words(event.data.node)).toBe('〔姓名〕的空间|姓名|〔姓名〕|个人编号|〔个人编号〕|为〔姓名〕办理');
    expect(JSON.stringify(event)).not.toMatch(/张晓禾|990100458213/);
  });

  test('a name a tooltip tells is gone from the text above it', () => {
    const { event } = redactEvent(
      snapshot([element('b', {}, ['张晓禾 ▾']), element('p', { title: '申请人：张晓禾' }, ['已实名'])]),
    );
    expect(words(event.data.node)).toBe('〔姓名〕 ▾|已实名');
  });

  test('in mutations, payloads, messages, addresses and over a new snapshot', () => {
    const memory = memoryAfter(table(row('姓名', '张晓禾'), row('登录账号', 'zhangxiaohe')));
    redactEvent(snapshot([element('p', {}, ['办理须知'])]), { memory });
    const mutation = {
      type: 3,
      data: {
        source: 0,
        texts: [{ id: 5, value: '张晓禾已提交' }],
        attributes: [
          { id: 6, attributes: { title: '由张晓禾填写', 'data-who': 'zhangxiaohe', 'data-on': 'yes' } },
        ],
        adds: [{ parentId: 7, nextId: null, node: text('经办：张晓禾') }],
        removes: [],
      },
    };
    const { event, found } = redactEvent(deepFreeze(mutation), { memory });
    expect(JSON.stringify(event)).not.toMatch(/张晓禾|zhangxiaohe/);
    expect(event.data.attributes[0]?.attributes['data-on']).toBe('yes');
    expect(found).toEqual({ name: 3 });
    const custom = { type: 5, data: { tag: 'x', payload: { message: '张晓禾，提交成功' } } };
    expect(redactEvent(custom, { memory }).event.data.payload.message).toBe('〔姓名〕，提交成功');
    expect(redactText('提示张晓禾：材料不全', memory)).toEqual({
      text: '提示〔姓名〕：材料不全',
      found: { name: 1 },
    });
    const rules = { safeParams: [{ pathPattern: '^/search$', params: ['q'] }] };
    expect(redactUrl(`/search?q=${encodeURIComponent('张晓禾')}`, rules, memory)).toBe('/search?q=_');
    expect(redactUrl(`/u/${encodeURIComponent('张晓禾')}/home`, undefined, memory)).toBe('/u/〔姓名〕/home');
    expect(sensitiveRanges('为张晓禾办理', memory)).toEqual([{ start: 1, end: 4, kind: 'name' }]);
  });

  test('what a greeting, a neighbour label or a message tells is learned too', () => {
    const memory = createEventMemory();
    redactText('您好，张晓禾', memory);
    redactLabelled('常住地址', '云岭省青溪市桂花路12号', memory);
    redactText('卡号：12001234567', memory);
    for (const value of ['张晓禾', '云岭省青溪市桂花路12号', '12001234567']) {
      expect(redactText(`见${value}。`, memory).text, value).not.toContain(value);
      expect(redactText(`见${value}。`).text, 'without the memory').toContain(value);
    }
  });

  test('in style sheets: words in their strings, and selectors as the elements they are for', () => {
    const css = '.zhangxiaohe::after{content:"张晓禾"}.u-张晓禾>b{color:red}';
    const page = snapshot(
      [
        element('p', { class: 'u-张晓禾 zhangxiaohe el-col-24' }),
        table(row('姓名', '张晓禾'), row('账号', 'zhangxiaohe')),
      ],
      [element('style', {}, [css])],
    );
    const { event } = redactEvent(page, { memory: createEventMemory({ tagKey: 'k' }) });
    const [, name, account] =
      /class":"u-(_[A-Z]{3}) (_[A-Z]{3}) el-col-24"/.exec(JSON.stringify(event)) ?? [];
    expect(words(event.data.node)).toContain(
      `.${account}::after{content:"〔姓名·${name?.slice(1)}〕"}.u-${name}>b{`,
    );
  });
});

describe('what is not learned', () => {
  test.each([
    ['a town', '户籍所在地', '青溪市', '青溪市人民政府'],
    ['a hint', '姓名', '请输入姓名', '请输入姓名后提交'],
    ['a common word in a name column', '申请人', '成年人', '成年人须知'],
    ['a status in a name column', '联系人', '已核验', '身份已核验'],
    ['a half hidden name', '姓名', '张**', '张**'],
    ['a one-time code', '验证码', '8213', '第8213号文'],
    ['a short number', '工号', '10023', '共10023件'],
  ])('%s', (_name, label, value, elsewhere) => {
    const memory = memoryAfter(table(row(label, value)));
    expect(redactText(elsewhere, memory)).toEqual({ text: elsewhere, found: {} });
  });

  test('a number inside a longer number or word', () => {
    const memory = memoryAfter(table(row('个人编号', '990100')));
    for (const other of ['A990100', '9901001', '1990100', 'x990100y']) {
      expect(redactText(`代码 ${other} 。`, memory).text).toBe(`代码 ${other} 。`);
    }
    expect(redactText('代码 990100 。', memory).text).toBe('代码 〔个人编号〕 。');
  });
});

describe('the memory', () => {
  test('keeps the 260 values met last', () => {
    const memory = createEventMemory();
    const account = (n: number) => `ACCT${String(n).padStart(6, '0')}`;
    for (let n = 0; n < 320; n += 1) {
      redactLabelled('登录账号', account(n), memory);
      redactText(`当前 ${account(0)}`, memory);
    }
    expect(memory.learned.kinds.size).toBe(260);
    expect(redactText(`见 ${account(0)}`, memory).text).toBe('见 〔账号〕');
    expect(redactText(`见 ${account(50)}`, memory).text).toContain(account(50));
    expect(redactText(`见 ${account(319)}`, memory).text).toBe('见 〔账号〕');
  });

  test('prefers the longer of two values that begin alike', () => {
    const memory = createEventMemory();
    redactLabelled('现住址', '青溪市桂花路12号', memory);
    redactLabelled('现住址', '青溪市桂花路12号东院', memory);
    expect(redactText('寄青溪市桂花路12号东院门卫', memory).text).toBe('寄〔地址〕门卫');
  });

  test('values with any signs in them are found as they are, and masking twice is masking once', () => {
    const value = fc
      .string({ unit: fc.constantFrom(...'ab1$^*+?.()[]{}|\\/-'), minLength: 6, maxLength: 20 })
      .filter((each) => /\d/.test(each) && /[a-z]/.test(each) && !each.includes('**'));
    fc.assert(
      fc.property(value, (secret) => {
        const memory = createEventMemory();
        redactLabelled('查询密码', secret, memory);
        const { text: once } = redactText(`见“${secret}”`, memory);
        fc.pre(memory.learned.kinds.size > 0);
        expect(once).not.toContain(secret);
        expect(redactText(once, memory).text).toBe(once);
      }),
    );
  });
});

describe('a text in which nothing was found before', () => {
  test.each([
    ['as it stands', '经办张晓禾'],
    ['written otherwise', '编号９９０１００４５８２１３'],
    ['encoded', 'name=%E5%BC%A0%E6%99%93%E7%A6%BE'],
  ])('is masked once the value in it is learned: %s', (_what, text) => {
    const memory = createEventMemory();
    expect(sensitiveRanges(text, memory)).toEqual([]);
    redactLabelled('姓名', '李明', memory);
    expect(sensitiveRanges(text, memory)).toEqual([]);
    redactLabelled('姓名', '张晓禾', memory);
    redactLabelled('个人编号', '990100458213', memory);
    expect(sensitiveRanges(text, memory)).toHaveLength(1);
  });

  test('is asked anew however much has been learned since', () => {
    const memory = createEventMemory();
    expect(sensitiveRanges('流水 770100450123 已入账', memory)).toEqual([]);
    redactLabelled('姓名', '李明华', memory);
    redactLabelled('个人编号', '770100450123', memory);
    for (let n = 0; n < 199; n += 1) redactLabelled('个人编号', `88010045${1000 + n}`, memory);
    expect(sensitiveRanges('流水 770100450123 已入账', memory)).toHaveLength(1);
  });

  test('is asked anew when another document tells of the value', () => {
    const told = createSessionDigests('s');
    told.add('name', '张晓禾');
    const digests = createSessionDigests('s');
    const memory = createEventMemory({ digests });
    expect(sensitiveRanges('经办张晓禾', memory)).toEqual([]);
    digests.addKnown(told.takeFresh());
    redactLabelled('姓名', '李明', memory);
    expect(sensitiveRanges('经办张晓禾', memory)).toHaveLength(1);
  });
});
