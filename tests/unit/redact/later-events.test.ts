import { describe, expect, test } from 'vitest';
import { createEventMemory, redactEvent } from '../../../lib/redact/index.ts';
import { deepFreeze, element, snapshot, type Tree, text } from './trees.ts';

type Parts = {
  texts?: { id: number; value: string | null }[];
  attributes?: { id: number; attributes: Record<string, unknown> }[];
  adds?: { parentId: number; nextId: number | null; node: Tree }[];
  removes?: { parentId: number; id: number }[];
};
const mutation = (parts: Parts) => ({
  type: 3,
  timestamp: 1,
  data: { source: 0, texts: [], attributes: [], adds: [], removes: [], ...parts },
});
const redacted = <E extends { type: number }>(event: E, memory = createEventMemory()) =>
  redactEvent(deepFreeze(event), { memory }).event;

/** One tree as rrweb sends it: every node by itself, children after parents, last sibling first. */
function flat(node: Tree, parentId: number, nextId: number | null): NonNullable<Parts['adds']> {
  const children = node.childNodes ?? [];
  const own = { parentId, nextId, node: { ...node, ...(node.childNodes && { childNodes: [] }) } };
  return [
    own,
    ...children.flatMap((child, i) => flat(child, node.id, children[i + 1]?.id ?? null)).reverse(),
  ];
}
const textsOf = (event: { data: { adds: { node: Tree }[] } }) =>
  event.data.adds.flatMap(({ node }) => (node.type === 3 ? [node.textContent] : [])).sort();

describe('mutations', () => {
  test('changed texts are masked by shape', () => {
    const event = redacted(
      mutation({
        texts: [
          { id: 5, value: '短信已发往13800138000' },
          { id: 6, value: '剩余60秒' },
          { id: 7, value: null },
        ],
      }),
    );
    expect(event.data.texts.map(({ value }) => value)).toEqual(['短信已发往〔手机〕', '剩余60秒', null]);
  });

  test('a text filled in later beside its label is known by the snapshot', () => {
    const memory = createEventMemory();
    const value = text('');
    const cell = element('td', {}, [value]);
    redacted(
      snapshot([element('table', {}, [element('tr', {}, [element('th', {}, ['姓名']), cell])])]),
      memory,
    );
    const event = redacted(mutation({ texts: [{ id: value.id, value: '张三' }] }), memory);
    expect(event.data.texts[0]?.value).toBe('〔姓名〕');
    const added = redacted(
      mutation({ adds: [{ parentId: cell.id, nextId: null, node: text('李四') }] }),
      memory,
    );
    expect(textsOf(added)).toEqual(['〔姓名〕']);
  });

  test('a value element added after an existing label is masked', () => {
    const memory = createEventMemory();
    const item = element('div', {}, [element('label', {}, ['联系地址'])]);
    redacted(snapshot([item]), memory);
    const event = redacted(
      mutation({ adds: flat(element('div', {}, ['某市某路5号']), item.id, null) }),
      memory,
    );
    expect(textsOf(event)).toEqual(['〔地址〕']);
  });

  test('nodes listed one by one are read as the tree they are', () => {
    const tree = element('div', {}, [
      element('p', {}, [element('span', {}, ['姓名：']), element('span', {}, ['张三'])]),
      element('p', {}, ['证号', element('b', {}, ['110105']), element('b', {}, ['19491231002X'])]),
    ]);
    const event = redacted(mutation({ adds: flat(tree, 9, null) }));
    expect(textsOf(event)).toEqual(['', '〔姓名〕', '〔身份证〕', '姓名：', '证号'].sort());
  });

  test('a table whose rows come anew all the time leaves no row in the memory of tables', () => {
    const memory = createEventMemory();
    const body = element('tbody', {}, []);
    const head = element('tr', {}, [element('th', {}, ['姓名']), element('th', {}, ['事项'])]);
    redacted(snapshot([element('table', {}, [element('thead', {}, [head]), body])]), memory);
    let row: Tree | undefined;
    const comeAnew = () => {
      const next = element('tr', {}, [element('td', {}, [text('张三')]), element('td', {}, [text('退休')])]);
      const event = redacted(
        mutation({
          removes: row ? [{ parentId: body.id, id: row.id }] : [],
          adds: [{ parentId: body.id, nextId: null, node: next }],
        }),
        memory,
      );
      row = next;
      return event;
    };
    comeAnew();
    const before = memory.tables.size;
    for (let n = 0; n < 20; n += 1) expect(JSON.stringify(comeAnew())).toContain('〔姓名〕');
    expect(memory.tables.size).toBe(before);
  });

  test('a row that is moved still follows the column headers', () => {
    const memory = createEventMemory();
    const head = element('tr', {}, [element('th', {}, ['姓名']), element('th', {}, ['事项'])]);
    const body = element('tbody', {}, []);
    redacted(snapshot([element('table', {}, [element('thead', {}, [head]), body])]), memory);
    const row = element('tr', {}, [element('td', {}, [text('张三')]), element('td', {}, [text('退休')])]);
    const put = (node: Tree) => [{ parentId: body.id, nextId: null, node }];
    redacted(mutation({ adds: put(row) }), memory);
    // Another name, since the first one is known wherever it stands.
    const other = element('tr', {}, [element('td', {}, [text('李四')]), element('td', {}, [text('退休')])]);
    const removes = [{ parentId: body.id, id: row.id }];
    const moved = redacted(mutation({ removes, adds: put({ ...other, id: row.id }) }), memory);
    expect(JSON.stringify(moved)).toContain('〔姓名〕');
    expect(JSON.stringify(moved)).not.toContain('李四');
  });

  test('rows added to a table follow its column headers', () => {
    const memory = createEventMemory();
    const body = element('tbody', {}, []);
    const head = element('thead', {}, [
      element('tr', {}, [element('th', {}, ['姓名']), element('th', {}, ['事项'])]),
    ]);
    redacted(snapshot([element('table', {}, [head, body])]), memory);
    const row = element('tr', {}, [element('td', {}, ['张三']), element('td', {}, ['公积金提取'])]);
    expect(textsOf(redacted(mutation({ adds: flat(row, body.id, null) }), memory))).toEqual(
      ['〔姓名〕', '公积金提取'].sort(),
    );
  });

  test('a changed value becomes bullets unless the snapshot knew a button', () => {
    const memory = createEventMemory();
    const button = element('input', { type: 'submit', value: '提交' });
    redacted(snapshot([button]), memory);
    const event = redacted(
      mutation({
        attributes: [
          { id: 4, attributes: { value: '张三' } },
          { id: button.id, attributes: { value: '重新提交' } },
        ],
      }),
      memory,
    );
    expect(event.data.attributes.map(({ attributes }) => attributes)).toEqual([
      { value: '••' },
      { value: '重新提交' },
    ]);
  });

  test('captions of buttons are masked as texts are, also where an event tells them; a field made a button is none', () => {
    const memory = createEventMemory();
    const button = element('input', { type: 'button', value: '获取验证码' });
    const field = element('input', { type: 'text', value: '张三' });
    redacted(snapshot([button, field]), memory);
    const captions = (id: number, ...values: string[]) =>
      redacted(
        mutation({ attributes: values.map((value) => ({ id, attributes: { type: 'button', value } })) }),
        memory,
      ).data.attributes.map(({ attributes }) => attributes.value);
    expect(captions(button.id, '59秒后重新获取', '已发送至13800138000', '姓名：张三')).toEqual([
      '59秒后重新获取',
      '已发送至〔手机〕',
      '姓名：〔姓名〕',
    ]);
    expect(captions(field.id, '张三')).toEqual(['••']);
    const input = (id: number) =>
      redacted({ type: 3, timestamp: 1, data: { source: 5, id, text: '致电13800138000' } }, memory).data.text;
    expect(input(button.id)).toBe('致电〔手机〕');
    expect(input(field.id)).toBe('•'.repeat(13));
  });

  test('how far a bar has come, what a meter shows and the number of an item are kept; long numbers are not', () => {
    const memory = createEventMemory();
    const shown = ['progress', 'meter', 'li', 'data'].map((tag) => element(tag, {}));
    redacted(snapshot(shown), memory);
    const event = redacted(
      mutation({
        attributes: shown.flatMap(({ id }) => [
          { id, attributes: { value: '70' } },
          { id, attributes: { value: '13800138000' } },
        ]),
      }),
      memory,
    );
    expect(event.data.attributes.map(({ attributes }) => attributes)).toEqual(
      shown.flatMap(() => [{ value: '70' }, {}]),
    );
  });

  test('changed links, titles, handlers and styles', () => {
    const event = redacted(
      mutation({
        attributes: [
          {
            id: 4,
            attributes: { href: '/a?b=1', title: '13800138000', onclick: 'x()', class: 'on', hidden: null },
          },
          { id: 5, attributes: { style: { color: 'red', display: false } } },
        ],
      }),
    );
    expect(event.data.attributes).toEqual([
      { id: 4, attributes: { href: '/a?b=_', title: '〔手机〕', class: 'on', hidden: null } },
      { id: 5, attributes: { style: { color: 'red', display: false } } },
    ]);
  });

  test('texts of style sheets stay, texts of textareas become bullets', () => {
    const memory = createEventMemory();
    const css = text('a{}');
    const typed = text('');
    redacted(snapshot([element('textarea', {}, [typed])], [element('style', {}, [css])]), memory);
    const rule = '#u_ a{width:13px}';
    const event = redacted(
      mutation({
        texts: [
          { id: css.id, value: rule },
          { id: typed.id, value: '家住' },
        ],
      }),
      memory,
    );
    expect(event.data.texts.map(({ value }) => value)).toEqual([rule, '••']);
  });

  test('an ordinary mutation comes back as the same object', () => {
    const event = deepFreeze(
      mutation({ texts: [{ id: 1, value: '办理中' }], attributes: [{ id: 2, attributes: { class: 'x' } }] }),
    );
    expect(redactEvent(event).event).toBe(event);
  });
});

describe('other events', () => {
  test('typed text becomes bullets, ticks stay', () => {
    const input = (value: string) => ({
      type: 3,
      timestamp: 1,
      data: { source: 5, id: 2, text: value, isChecked: true },
    });
    expect(redacted(input('张三')).data).toEqual({ source: 5, id: 2, text: '••', isChecked: true });
    expect(redacted(input('****')).data.text).toBe('****');
    expect(redacted(input('')).data.text).toBe('');
  });

  test('the address of the page loses its values', () => {
    const meta = {
      type: 4,
      timestamp: 1,
      data: { href: 'https://a.example.cn/x?ticket=1#/p?q=2', width: 1, height: 1 },
    };
    expect(redacted(meta).data.href).toBe('https://a.example.cn/x?ticket=_#/p?q=_');
  });

  test('payloads of custom and plugin events are masked by key and by shape', () => {
    const payload = {
      url: 'https://a.example.cn/x?y=1',
      sfzh: '123456',
      list: ['致电13800138000', 7],
      title: '提交',
    };
    for (const event of [
      { type: 5, timestamp: 1, data: { tag: 'step', payload } },
      { type: 6, timestamp: 1, data: { plugin: 'step', payload } },
    ]) {
      expect((redacted(event).data as { payload: unknown }).payload).toEqual({
        url: 'https://a.example.cn/x?y=_',
        sfzh: '〔身份证〕',
        list: ['致电〔手机〕', 7],
        title: '提交',
      });
    }
  });

  test('rules, declarations and styles set by script lose what their page must not tell', () => {
    const memory = createEventMemory();
    const data = (parts: object): object => redacted({ type: 3, timestamp: 1, data: parts }, memory);
    expect(data({ source: 8, id: 1, adds: [{ rule: '#u_13800138000{--p:13800138000}' }] })).toMatchObject({
      data: { adds: [{ rule: '#u__{--p:〔手机〕}' }] },
    });
    const set = { property: '--phone', value: '13800138000' };
    expect(data({ source: 13, id: 1, index: [0], set })).toMatchObject({
      data: { set: { property: '--phone', value: '〔手机〕' } },
    });
    const style = {
      '--who': '"370102199003071234"',
      '--phone': ['13800138000', 'important'],
      content: '"张晓禾 13800138000"',
      'background-image': 'url(a.png?sfz=13800138000)',
      '--gone': false,
      'font-family': "'138 0013 8000'",
      width: '1380px',
    };
    const event = redacted(mutation({ attributes: [{ id: 5, attributes: { style } }] }), memory);
    expect(event.data.attributes[0]?.attributes.style).toEqual({
      '--who': '"〔身份证〕"',
      '--phone': ['〔手机〕', 'important'],
      content: '"〔姓名〕 〔手机〕"',
      'background-image': 'url(a.png?sfz=_)',
      '--gone': false,
      'font-family': "'〔手机〕'",
      width: '1380px',
    });
  });

  test('style rules, scrolls and mouse moves are passed through as they are', () => {
    for (const data of [
      { source: 8, id: 1, adds: [{ rule: '#u_1380013{color:red}' }] },
      {
        source: 15,
        id: 1,
        styleIds: [1],
        styles: [{ styleId: 1, rules: [{ rule: 'a{background:url(x?13800138000)}' }] }],
      },
      { source: 13, id: 1, index: [0], set: { property: 'color', value: 'red' } },
      { source: 3, id: 1, x: 13800138000, y: 2 },
      { source: 1, positions: [{ x: 1, y: 2, id: 3, timeOffset: 0 }] },
    ]) {
      const event = deepFreeze({ type: 3, timestamp: 13800138000, data });
      expect(redactEvent(event).event).toBe(event);
    }
  });

  test('events without data survive', () => {
    for (const type of [0, 1]) expect(redacted({ type, data: {} })).toEqual({ type, data: {} });
    expect(redacted({ type: 1 })).toEqual({ type: 1 });
  });
});
