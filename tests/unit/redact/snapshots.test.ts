import { describe, expect, test } from 'vitest';
import { createEventMemory, type EventContext, redactEvent } from '../../../lib/redact/index.ts';
import { comment, deepFreeze, element, flatten, snapshot, type Tree, text, words } from './trees.ts';

function masked(body: Tree[], head: Tree[] = [], context?: EventContext) {
  const { event, found } = redactEvent(deepFreeze(snapshot(body, head)), context);
  const nodes = flatten(event.data.node);
  const attributesOf = (tag: string) =>
    nodes.filter(({ tagName }) => tagName === tag).map(({ attributes }) => attributes);
  return { text: words(event.data.node), found, attributesOf, json: JSON.stringify(event.data) };
}

describe('form controls in a snapshot', () => {
  test.each([
    ['hidden input', { type: 'hidden', name: 'sfzh', value: '11010519491231002X' }, '•'.repeat(18)],
    ['default value', { type: 'text', value: '张三' }, '••'],
    ['input without a type', { value: 'abc' }, '•••'],
    ['password', { type: 'password', value: 'x'.repeat(99) }, '•'.repeat(32)],
    ['value masked by the recorder', { type: 'text', value: '****' }, '****'],
    ['empty value', { type: 'text', value: '' }, ''],
    ['submit button', { type: 'submit', value: '下一步' }, '下一步'],
    ['button with a number', { type: 'button', value: '发送至13800138000' }, '发送至〔手机〕'],
    ['radio', { type: 'radio', value: 'gr' }, 'gr'],
    ['radio with a personal number', { type: 'radio', value: '13800138000' }, undefined],
    ['checkbox with a long run of digits', { type: 'checkbox', value: '440106' }, undefined],
  ])('%s', (_name, attributes, value) => {
    const [result] = masked([element('input', attributes)]).attributesOf('input');
    expect(result?.value).toBe(value);
  });

  test('attributes of a page’s own that style sheets write into it are masked as text', () => {
    const { attributesOf } = masked([
      element('table', {}, [
        element('tr', {}, [
          element('td', { 'data-label': '申请事项' }, ['失业登记']),
          element('td', { 'data-label': '姓名' }, ['张晓禾']),
        ]),
      ]),
      element('a', { 'data-tooltip': '由 13800138000 代办', 'data-original-title': '欢迎您，张晓禾' }, [
        '说明',
      ]),
    ]);
    expect(attributesOf('td')[0]).toEqual({ 'data-label': '申请事项' });
    expect(attributesOf('a')[0]?.['data-tooltip']).toBe('由 〔手机〕 代办');
    expect(JSON.stringify([attributesOf('td'), attributesOf('a')])).not.toContain('张晓禾');
  });

  test('placeholder, title and aria-label are masked as text, layout stays', () => {
    const [input] = masked([
      element('input', {
        type: 'text',
        class: 'el-input__inner',
        maxlength: '18',
        placeholder: '已绑定13800138000',
        title: '请输入手机号',
        'aria-label': '身份证11010519491231002X',
        'aria-required': 'true',
      }),
    ]).attributesOf('input');
    expect(input).toEqual({
      type: 'text',
      class: 'el-input__inner',
      maxlength: '18',
      placeholder: '已绑定〔手机〕',
      title: '请输入手机号',
      'aria-label': '身份证〔身份证〕',
      'aria-required': 'true',
    });
  });

  test('options: labels by shape, values only while harmless', () => {
    const { text: shown, attributesOf } = masked([
      element('select', { value: '****' }, [
        element('option', { value: '01', selected: true }, ['居民身份证']),
        element('option', { value: '11010519491231002X' }, ['张三 11010519491231002X']),
      ]),
    ]);
    expect(shown).toBe('居民身份证|〔姓名〕 〔身份证〕');
    expect(attributesOf('option')).toEqual([{ value: '01', selected: true }, {}]);
  });

  test('the text of a textarea and of an element that can be written in becomes bullets, but for islands in it', () => {
    const { text: shown } = masked([
      element('textarea', { value: '家住某路' }, ['家住某路']),
      element('div', { contenteditable: 'true' }, [
        '来电13800138000',
        element('p', {}, ['窗口太少', element('span', { contenteditable: 'false' }, ['插入图片'])]),
      ]),
      element('div', { contenteditable: 'false' }, ['承诺时限']),
    ]);
    expect(shown).toBe('••••|•••••••••••••|••••|插入图片|承诺时限');
  });
});

describe('attributes in a snapshot', () => {
  test('links, sources and actions lose their values', () => {
    const { attributesOf, json } = masked([
      element('a', { href: '/my/detail?projectguid=8f&name=zhang', onclick: "go('13800138000')" }, ['详情']),
      element('form', { action: 'save.do?token=abc', method: 'post' }),
      element('img', {
        src: 'data:image/png;base64,AAAA',
        srcset: 'a.png?u=1 1x, b.png?u=2 2x',
        alt: '二维码',
      }),
      element('iframe', { srcdoc: '<p>13800138000</p>', rr_src: 'https://a.example.cn/f?sid=1' }),
    ]);
    expect(attributesOf('a')).toEqual([{ href: '/my/detail?projectguid=_&name=_' }]);
    expect(attributesOf('form')).toEqual([{ action: 'save.do?token=_', method: 'post' }]);
    expect(attributesOf('img')).toEqual([
      { src: 'data:image/png,', srcset: 'a.png?u=_ 1x, b.png?u=_ 2x', alt: '二维码' },
    ]);
    expect(attributesOf('iframe')).toEqual([{ rr_src: 'https://a.example.cn/f?sid=_' }]);
    expect(json).not.toContain('13800138000');
  });

  test('what a page writes under names like our own is masked as any of its attributes', () => {
    const { attributesOf } = masked([
      element('div', { rr_remark: '13800138000', rr_assigned: '11,12', rr_scrollTop: '1200' }),
      element('use', { rr_part: 'icon-13800138000' }),
      element('p', { rr_held: 'opacity:0;--of:"13800138000"' }),
    ]);
    expect(attributesOf('div')).toEqual([{ rr_remark: '', rr_assigned: '11,12', rr_scrollTop: '1200' }]);
    expect(JSON.stringify([attributesOf('use'), attributesOf('p')])).not.toContain('13800138000');
  });

  test('a parameter the site profile allows stays readable', () => {
    const urlRules = { safeParams: [{ pathPattern: '/guide$', params: ['itemCode'] }] };
    const { attributesOf } = masked([element('a', { href: '/guide?itemCode=XK01&u=1' })], [], { urlRules });
    expect(attributesOf('a')).toEqual([{ href: '/guide?itemCode=XK01&u=_' }]);
  });

  test('data and unknown attributes keep their name, and their value only if short and plain', () => {
    const [div] = masked([
      element('div', {
        'data-v-1a2b3c4d': '',
        'data-index': '3',
        'data-state': 'is-open',
        'data-phone': 'none',
        'data-user': '{"xm":"张三"}',
        'data-id': '20240506',
        'data-name': '张三',
        sfzh: '11010519491231002X',
        'v-tip': '某某',
      }),
    ]).attributesOf('div');
    expect(div).toEqual({
      'data-v-1a2b3c4d': '',
      'data-index': '3',
      'data-state': 'is-open',
      'data-phone': '',
      'data-user': '',
      'data-id': '',
      'data-name': '',
      sfzh: '',
      'v-tip': '',
    });
  });

  test('generated ids and classes stay', () => {
    const same = {
      id: 'el-id-1024-12',
      class: 'el-col-24 step123456 row-1234567890 is-2024-05-06 md:w-1/2 css-1q2w3e4 col_000000000000000000',
      name: 'sfzh',
      for: 'f_138_0013',
    };
    expect(masked([element('div', same)]).attributesOf('div')).toEqual([same]);
  });

  test('numbers of persons in ids, classes and names become letters, the same for the same number', () => {
    const event = snapshot(
      [
        element('div', { id: 'p_370102_19900307_1234', class: 'u-138_0013_8000 t1714968000000' }),
        element('label', { for: 'p_370102_19900307_1234' }),
        element('a', { href: '#p_370102_19900307_1234', name: 'a_370102199003071234' }),
        element('b', { id: 'p_370102_19900307_1235' }),
      ],
      [element('style', {}, ['#p_370102_19900307_1234,.u-138_0013_8000{color:#123456}'])],
    );
    const { event: clean } = redactEvent(event, { memory: createEventMemory({ tagKey: 'k' }) });
    const all = flatten(clean.data.node);
    const of = (tag: string) => all.find(({ tagName }) => tagName === tag)?.attributes;
    const id = of('div')?.id;
    expect(id).toMatch(/^p__[A-Z]{3}$/);
    expect(of('label')?.for).toBe(id);
    expect(of('a')?.href).toBe(`#${id}`);
    expect(of('a')?.name).toBe(String(id).replace('p_', 'a_'));
    expect(of('b')?.id).not.toBe(id);
    const [one, two] = String(of('div')?.class).split(' ');
    expect([one, two]).toEqual([
      expect.stringMatching(/^u-_[A-Z]{3}$/),
      expect.stringMatching(/^t_[A-Z]{3}$/),
    ]);
    expect(words(clean.data.node)).toBe(`#${id},.${one}{color:#123456}`);
    expect(redactEvent(clean, { memory: createEventMemory({ tagKey: 'k' }) }).event).toEqual(clean);
  });

  test('styles lose numbers and words in strings and variables, and keep what draws', () => {
    const kept =
      'width:100px;--el-color:#409eff;--x:-1234.567px;--t:0.1234567890123456s;background:url(a.png)';
    const [style] = masked([
      element('div', {
        style: `--phone:13800138000;--who:"370102199003071234";content:'致电13800138000';${kept}`,
      }),
    ]).attributesOf('div');
    expect(style).toEqual({
      style: `--phone:〔手机〕;--who:"〔身份证〕";content:'致电〔手机〕';${kept}`,
    });
  });

  test('a csrf meta and a refresh lose their content, a viewport does not', () => {
    const { attributesOf } = masked(
      [],
      [
        element('meta', { name: 'csrf-token', content: 'abcdef' }),
        element('meta', { 'http-equiv': 'refresh', content: '0;url=/x?t=1' }),
        element('meta', { name: 'viewport', content: 'width=device-width' }),
      ],
    );
    expect(attributesOf('meta')).toEqual([
      { name: 'csrf-token' },
      {},
      { name: 'viewport', content: 'width=device-width' },
    ]);
  });

  test('what draws in style sheets and drawings is never touched', () => {
    const css =
      '.step123456{color:#112233;top:.123456789012px}a[href="?t=1"]{background:url(x.png?13800138000)}';
    const path = 'M138001 38000L11010519491231002 5Z';
    const { json } = masked(
      [
        {
          ...element('svg', {}, [{ ...element('path', { d: path }), isSVG: true as const }]),
          isSVG: true as const,
        },
      ],
      [element('style', { _cssText: css }), element('style', {}, [css])],
    );
    expect(json.split(JSON.stringify(css).slice(1, -1))).toHaveLength(3);
    expect(json).toContain(path);
  });

  test('title and comments are read too', () => {
    const { text: shown, json } = masked(
      [comment('user=张三 13800138000')],
      [element('title', {}, ['13800138000的办件'])],
    );
    expect(shown).toBe('〔手机〕的办件');
    expect(json).not.toContain('张三');
  });
});

describe('values beside their labels in a snapshot', () => {
  const pair = (label: Tree, value: Tree) => masked([element('div', {}, [label, value])]).text;

  test.each([
    [
      'label and value elements',
      pair(element('label', {}, ['姓名']), element('div', {}, ['张三'])),
      '姓名|〔姓名〕',
    ],
    [
      'term and description',
      pair(element('dt', {}, ['联系地址']), element('dd', {}, ['某市某路5号'])),
      '联系地址|〔地址〕',
    ],
    [
      'spans with a colon',
      pair(element('span', {}, ['姓名：']), element('span', {}, ['张三'])),
      '姓名：|〔姓名〕',
    ],
    [
      'nested value',
      pair(
        element('div', {}, ['住址：']),
        element('div', {}, [element('p', {}, ['某路']), element('p', {}, ['5号'])]),
      ),
      '住址：|〔地址〕|〔地址〕',
    ],
    [
      'bare text and element',
      masked([element('p', {}, ['姓名：', element('b', {}, ['阿里木'])])]).text,
      '姓名：|〔姓名〕',
    ],
    [
      'element and bare text',
      masked([element('p', {}, [element('label', {}, ['姓名']), ' ：', element('i'), '王小明'])]).text,
      '姓名| ：|〔姓名〕',
    ],
  ])('%s', (_name, shown, expected) => {
    expect(shown).toBe(expected);
  });

  const row = (...cells: Tree[]) => element('tr', {}, cells);
  const th = (label: string) => element('th', {}, [label]);
  const td = (value: string, attributes = {}) => element('td', attributes, [value]);

  test('header cell and cell, twice in one row, with the tooltip of the cell', () => {
    const {
      text: shown,
      attributesOf,
      found,
    } = masked([
      element('table', {}, [
        element('tbody', {}, [row(th('姓名'), td('张三', { title: '张三' }), th('手机号'), td('无'))]),
      ]),
    ]);
    expect(shown).toBe('姓名|〔姓名〕|手机号|无');
    expect(attributesOf('td')[0]).toEqual({ title: '〔姓名〕' });
    expect(found).toEqual({ name: 2 });
  });

  test('a plain cell that is a label works like a header cell', () => {
    expect(
      masked([element('table', {}, [row(td('身份证号'), td('1101 0519'), td('办理时限'), td('3个工作日'))])])
        .text,
    ).toBe('身份证号|〔身份证〕|办理时限|3个工作日');
  });

  test('column headers name the cells below', () => {
    const { text: shown } = masked([
      element('table', {}, [
        element('thead', {}, [row(th('序号'), th('姓名'), th('事项'))]),
        element('tbody', {}, [
          row(td('1'), td('张三'), td('公积金提取')),
          row(td('2'), td('李四'), td('社保转移')),
        ]),
      ]),
    ]);
    expect(shown).toBe('序号|姓名|事项|1|〔姓名〕|公积金提取|2|〔姓名〕|社保转移');
  });

  test('Element UI tables, whose header is another table', () => {
    const column = { class: 'el-table_1_column_2 is-leaf' };
    const { text: shown } = masked([
      element('table', {}, [row(element('th', column, ['姓名']), th('操作'))]),
      element('table', {}, [row(element('td', { class: 'el-table_1_column_2' }, ['张三']), td('查看'))]),
    ]);
    expect(shown).toBe('姓名|操作|〔姓名〕|查看');
  });

  test('a heading before a whole section does not swallow the section', () => {
    const { text: shown } = masked([
      element('div', {}, ['联系人']),
      element('div', {}, [
        element('p', {}, [element('span', {}, ['姓名：']), element('span', {}, ['张三'])]),
        element('p', {}, ['办理时限3个工作日']),
      ]),
    ]);
    expect(shown).toBe('联系人|姓名：|〔姓名〕|办理时限3个工作日');
  });

  test('a form item with its control, or with an empty place, does not name the item after it', () => {
    const { text: shown } = masked([
      element('div', {}, [
        element('label', {}, ['姓名']),
        element('div', {}, [element('input', { value: '' })]),
      ]),
      element('div', {}, ['网上办理']),
      element('div', {}, [element('label', {}, ['联系地址']), element('div')]),
      element('div', {}, ['办理流程']),
    ]);
    expect(shown).toBe('姓名|网上办理|联系地址|办理流程');
  });

  test('buttons, hints and options in a labelled cell stay readable', () => {
    const { text: shown } = masked([
      element('table', {}, [
        row(
          th('手机号'),
          element('td', {}, [
            element('input', { value: '1' }),
            element('button', {}, ['获取验证码']),
            element('div', {}, ['请输入手机号']),
          ]),
        ),
      ]),
    ]);
    expect(shown).toBe('手机号|获取验证码|请输入手机号');
  });

  test('office rows of a guide stay readable', () => {
    const guide = element('table', {}, [
      row(th('咨询方式'), td('020-83135078')),
      row(th('办理地点'), td('某区某路5号3楼')),
      row(th('实施编码'), td('12441500196720244T3442199806003')),
      row(th('承诺办结时限'), td('3个工作日')),
    ]);
    expect(masked([guide]).found).toEqual({});
  });

  test('a role names the one behind it only where a name stands', () => {
    const list = (...words: string[]) =>
      masked([
        element(
          'div',
          {},
          words.map((word) => element('span', {}, [word])),
        ),
      ]).text;
    expect(list('个人', '法人', '部门')).toBe('个人|法人|部门');
    expect(list('机动车', '驾驶人', '违法处理')).toBe('机动车|驾驶人|违法处理');
    expect(list('法人', '张三')).toBe('法人|〔姓名〕');
    expect(list('买受人：', '王小明、李四')).toBe('买受人：|〔姓名〕');
    const role = element('p', {}, ['妻子：', element('b', {}, ['李四'])]);
    expect(masked([role]).text).toBe('妻子：|〔姓名〕');
  });

  test('a role among the values of a table leaves its columns and labels what they are', () => {
    const family = element('table', {}, [
      row(th('姓名'), th('关系'), th('住址')),
      row(td('张三'), td('丈夫'), td('某路5号')),
      row(td('李四'), td('子女'), td('某路6号')),
    ]);
    expect(masked([family]).text).toBe('姓名|关系|住址|〔姓名〕|丈夫|〔地址〕|〔姓名〕|子女|〔地址〕');
    const couple = element('table', {}, [
      row(th('登记内容'), th('男方'), th('女方')),
      row(td('姓名'), td('张三'), td('李四')),
      row(td('国籍'), td('中国'), td('中国')),
    ]);
    expect(masked([couple]).text).toBe('登记内容|男方|女方|姓名|〔姓名〕|〔姓名〕|国籍|中国|中国');
  });

  test('labels of the portal itself can be added', () => {
    const { text: shown } = masked(
      [element('dl', {}, [element('dt', {}, ['办事人']), element('dd', {}, ['张三'])])],
      [],
      {
        labels: { 办事人: 'name' },
      },
    );
    expect(shown).toBe('办事人|〔姓名〕');
  });
});

describe('numbers over several text nodes', () => {
  test('inline siblings are read as one line; the tag stands where the number began', () => {
    const { text: shown, found } = masked([
      element('p', {}, [
        '证号',
        element('span', {}, ['110105']),
        element('b', {}, ['19491231']),
        element('em', {}, ['002X']),
        '已核验',
      ]),
    ]);
    expect(shown).toBe('证号|〔身份证〕|已核验');
    expect(found).toEqual({ 'resident-id': 1 });
  });

  test('the parts of a formula are read as one line too', () => {
    const formula = element('math', {}, [element('mn', {}, ['110105']), element('mtext', {}, ['19491231'])]);
    const { found } = masked([element('p', {}, ['证号', formula, '002X'])]);
    expect(found).toEqual({ 'resident-id': 1 });
  });

  const each = (tag: string, parts: readonly string[]) => parts.map((part) => element(tag, {}, [part]));
  const ID = '370102199003071234'; // its check digit is wrong

  test('numbers in neighbouring blocks and cells are numbers of their own', () => {
    for (const tag of ['div', 'td', 'li'])
      for (const parts of [
        ['138', '0013', '8000'],
        ['370102', '19900307', '1234'],
      ])
        expect(masked([element(tag === 'td' ? 'tr' : 'div', {}, each(tag, parts))]).found).toEqual({});
  });

  test.each([
    ['cells', 'tr', 'td'],
    ['blocks', 'div', 'div'],
    ['items', 'ul', 'li'],
  ])('single digits in %s of their own are one number, whatever its check digit', (_name, parent, tag) => {
    for (const [number, tagged] of [
      [ID, '〔身份证〕'],
      ['370102900307123', '〔身份证〕'],
      ['13800138000', '〔手机〕'],
    ] as const) {
      const { text: shown, found } = masked([element(parent, {}, each(tag, [...number]))]);
      expect(shown).toBe(tagged);
      expect(Object.values(found)).toEqual([1]);
    }
  });

  test('digits in boxes inside wrappers, with blanks between them, behind their label', () => {
    const boxes = [...'990100458'].flatMap((digit) => [
      element('div', { class: 'box' }, [element('b', {}, [` ${digit} `])]),
      '\n',
    ]);
    expect(masked([element('div', {}, [element('label', {}, ['个人编号']), ...boxes])]).text).toBe(
      '个人编号|〔个人编号〕',
    );
    expect(
      masked([element('tr', {}, [element('td', {}, ['社保号：']), ...each('td', [...'99010045'])])]).text,
    ).toBe('社保号：|〔社保号〕');
    const inOneCell = [element('th', {}, ['身份证号']), element('td', {}, each('div', [...ID]))];
    expect(masked([element('tr', {}, inOneCell)]).text).toBe('身份证号|〔身份证〕');
  });

  test('counters, pages and single figures of a table stay', () => {
    for (const parts of [
      [...'0012345'],
      [...'1234567890'],
      [...'1001021012010010'],
      ['2019', '2020', '2021', '2022'],
      Array.from({ length: 12 }, (_, i) => String(i + 9)),
    ])
      for (const [parent, tag] of [
        ['tr', 'td'],
        ['p', 'a'],
      ] as const)
        expect(masked([element(parent, {}, each(tag, parts))]).found, parts.join()).toEqual({});
  });

  test('links that stand directly beside each other are one number where nothing else has its shape', () => {
    const line = (parts: readonly (Tree | string)[]) => masked([element('p', {}, [...parts])]).text;
    expect(line(each('a', ['138', '0013', '8000']))).toBe('〔手机〕');
    expect(line(each('a', ['370102', '19900307', '1234']))).toBe('〔身份证〕');
    expect(line(['138', ...each('a', ['0013', '8000'])])).toBe('〔手机〕');
    expect(line([...each('a', ['138']), ' ', ...each('a', ['0013', '8000'])])).toBe('138|0013|8000');
  });

  test('a value of a number label that stands in pieces is one value', () => {
    const pieces = each('span', ['990', '100', '458']);
    expect(
      masked([element('tr', {}, [element('th', {}, ['个人编号']), element('td', {}, pieces)])]).text,
    ).toBe('个人编号|〔个人编号〕');
  });

  test('a whole number beside another digit is still seen', () => {
    expect(masked([element('p', {}, [text('1'), element('b', {}, ['13800138000'])])]).text).toBe(
      '1|〔手机〕',
    );
  });
});

test('a snapshot without personal data comes back as the same object', () => {
  const event = deepFreeze(snapshot([element('p', { class: 'a', style: 'color:red' }, ['3个工作日内办结'])]));
  expect(redactEvent(event).event).toBe(event);
});

test('only the changed branch is copied', () => {
  const same = element('p', {}, ['承诺时限']);
  const { event } = redactEvent(deepFreeze(snapshot([same, element('p', {}, ['13800138000'])])));
  expect(flatten(event.data.node).find(({ id }) => id === same.id)).toBe(same);
});
