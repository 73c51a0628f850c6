import { describe, expect, test } from 'vitest';
import {
  createEventMemory,
  createScanner,
  createSessionDigests,
  createTypedWords,
  createWholeTexts,
  redactEvent,
  redactText,
  redactUrl,
  type TypedIn,
} from '../../../lib/redact/index.ts';

const nobodys: TypedIn = { labels: ['备注'] };
const named = (label: string): TypedIn => ({ labels: [label] });

function openPage(secret?: string, known: readonly string[] = []) {
  const digests = secret === undefined ? undefined : createSessionDigests(secret, known);
  const memory = createEventMemory({ wholes: createWholeTexts(), ...(digests && { digests }) });
  const typed = createTypedWords(memory);
  const say = (text: string) => redactText(text, memory).text;
  return {
    memory,
    digests,
    typed,
    say,
    url: (url: string) => redactUrl(url, undefined, memory),
    /** Key by key, as by hand. */
    type(words: string, of = nobodys, field: object = {}) {
      for (let length = 1; length <= words.length; length += 1)
        typed.write(field, words.slice(0, length), of);
      return field;
    },
    /** Sign by sign from the end. */
    erase(words: string, to: string, of = nobodys, field: object = {}) {
      for (let { length } = words; length >= to.length; length -= 1)
        typed.write(field, words.slice(0, length), of);
      return field;
    },
  };
}

type Page = ReturnType<typeof openPage>;

describe('what somebody corrects', () => {
  const first = '盐井巷口的老柿树';
  const second = '青石拱桥修缮';

  test('is known as it stood before and at last, and not by each stroke between', () => {
    const { type, erase, typed, say, digests } = openPage('k');
    const field = {};
    type(first, nobodys, field);
    erase(first, '盐井', nobodys, field);
    type(second, nobodys, field);
    typed.leave(field);
    const said = [`已写${first}`, `已写${second}`, '盐井巷口的老', '盐井巷口', '青石拱桥'].map(say);
    expect(said).toEqual(['已写〔已遮盖〕', '已写〔已遮盖〕', '盐井巷口的老', '盐井巷口', '青石拱桥']);
    expect(digests?.takeFresh().length).toBeLessThanOrEqual(2);
  });

  test('leaves what begins like it readable: a name, and words of the page', () => {
    const { type, erase, typed, say } = openPage('k');
    for (const [words, rest, of] of [
      ['张晓明', '张', named('姓名')],
      ['失业保险金申请', '', nobodys],
    ] as const) {
      const field = type(words, of);
      erase(words, rest, of, field);
      typed.leave(type(`${rest}水塘村口`, of, field));
    }
    expect(['张晓负责', '失业保险的办理', '张晓明来过'].map(say)).toEqual([
      '张晓负责',
      '失业保险的办理',
      '〔姓名〕来过',
    ]);
  });

  test('in the middle, by an input method or by pasting, is one value that grows', () => {
    const { typed, say, digests } = openPage('k');
    const field = {};
    for (const [value, composing] of [
      ['盐井巷口柿树', false],
      ['盐井巷口d柿树', true],
      ['盐井巷口de柿树', true],
      ['盐井巷口的柿树', false],
      ['盐井巷口的老树柿树', false],
      ['盐井巷口的老柿树', false],
    ] as const)
      typed.write(field, value, nobodys, composing);
    typed.leave(field);
    expect(['盐井巷口柿树', '盐井巷口d柿树', first].map(say)).toEqual([
      '盐井巷口柿树',
      '盐井巷口d柿树',
      '〔已遮盖〕',
    ]);
    expect(digests?.takeFresh().length).toBeLessThanOrEqual(2);
  });

  test('is known by what it was when a composition writes over it, also if that never ends', () => {
    for (const ends of [true, false]) {
      const { type, typed, say } = openPage();
      const field = type(first);
      for (const value of ['q', 'qing', "qing'shi"]) typed.write(field, value, nobodys, true);
      if (ends) typed.write(field, second, nobodys);
      typed.leave(field);
      expect(say(`已写${first}`)).toBe('已写〔已遮盖〕');
    }
  });

  test('a composition that is taken back leaves no stroke behind', () => {
    const { type, erase, typed, say, digests } = openPage('k');
    const field = type(first);
    typed.write(field, `${first}y`, nobodys, true);
    typed.write(field, first, nobodys, true);
    typed.write(field, first, nobodys);
    erase(first, '盐井', nobodys, field);
    typed.leave(field);
    expect([`已写${first}`, '盐井巷口的老'].map(say)).toEqual(['已写〔已遮盖〕', '盐井巷口的老']);
    expect(digests?.takeFresh()).toHaveLength(1);
  });

  test('stays known as it stood when the page was about to act on it', () => {
    const { type, erase, typed, say } = openPage();
    const field = type(first);
    erase(first, '盐井巷口', nobodys, field);
    typed.tell(field);
    erase('盐井巷口', '盐', nobodys, field);
    typed.leave(field);
    expect(['已写盐井巷口', '盐井巷'].map(say)).toEqual(['已写〔已遮盖〕', '盐井巷']);
  });

  test('however long, makes nothing unknown that was typed before', () => {
    const { type, erase, typed, say, memory } = openPage('k');
    typed.leave(type(first));
    const long = Array.from({ length: 300 }, (_, n) => String.fromCharCode(0x4e00 + n * 7)).join('');
    const field = type(long);
    erase(long, '', nobodys, field);
    for (let n = 0; n < 200; n += 1) typed.write(field, `第${n}句写了又改的话`, nobodys);
    expect(memory.learned.kinds.size).toBeLessThan(130);
    typed.leave(field);
    expect([`已写${first}`, '已写第199句写了又改的话'].map(say)).toEqual([
      '已写〔已遮盖〕',
      '已写〔已遮盖〕',
    ]);
    expect(memory.learned.kinds.size).toBeLessThan(60);
  });

  test('a name that was written on and taken back is told to other documents', () => {
    const { type, erase, typed, digests } = openPage('k');
    const of = named('姓名');
    const field = type('欧阳禾桂香', of);
    erase('欧阳禾桂香', '欧阳禾桂', of, field);
    typed.leave(field);
    expect(openPage('k', digests?.takeFresh()).say('由欧阳禾桂提交')).toBe('由〔姓名〕提交');
  });
});

describe('what somebody types', () => {
  test('is masked where the page shows it again while it is being typed, and afterwards', () => {
    const { type, typed, say } = openPage();
    const field = type('盐井巷口的老柿树');
    const shown = ['盐井巷口的老柿树', '您填写的是盐井巷口的老柿树，请核对', '删除盐井巷口的老柿树'];
    const masked = ['〔已遮盖〕', '您填写的是〔已遮盖〕，请核对', '删除〔已遮盖〕'];
    expect(shown.map(say)).toEqual(masked);
    // A preview that was shown a few keys ago.
    expect(say('预览：盐井巷口的老')).toBe('预览：〔已遮盖〕');
    typed.leave(field);
    expect(shown.map(say)).toEqual(masked);
  });

  test('is forgotten as far as it was only passed through', () => {
    const { type, typed, say } = openPage();
    typed.leave(type('盐井巷口的老柿树'));
    expect(say('盐井巷口')).toBe('盐井巷口');
  });

  test('stays known when the page takes it out of the field, as words for a list are', () => {
    const { type, typed, say } = openPage();
    const field = {};
    type('盐井老柿', nobodys, field);
    type('青石拱桥', nobodys, field);
    typed.leave(field);
    expect(['盐井老柿', '青石拱桥', '盐井老'].map(say)).toEqual(['〔已遮盖〕', '〔已遮盖〕', '盐井老']);
  });

  test('short words are masked alone and apart, not inside of others', () => {
    const { type, typed, say } = openPage();
    for (const words of ['柿树', '老柿树', 'b2c4']) typed.leave(type(words));
    expect(['柿树', '“老柿树”不合法', 'b2c4', '老柿树 - 办事大厅'].map(say)).toEqual([
      '〔已遮盖〕',
      '“〔已遮盖〕”不合法',
      '〔已遮盖〕',
      '〔已遮盖〕 - 办事大厅',
    ]);
    const others = ['柿树种植补贴', '种老柿树的人', '代码 b2c4d'];
    expect(others.map(say)).toEqual(others);
  });

  test('short words are looked up, and blanks of a page are not gone over for each of them', () => {
    const { type, typed, say, memory } = openPage();
    const short = Array.from({ length: 15 }, (_, n) => `${String.fromCharCode(0x67ff + n)}桠`);
    for (const words of [...short, '柿桠']) typed.leave(type(words));
    // The pattern is empty, then full.
    for (let n = 0; n < 40; n += 1) {
      expect([' 柿桠\n', '柿桠种植补贴', '共 3 件'].map(say)).toEqual([
        ' 〔已遮盖〕\n',
        '柿桠种植补贴',
        '共 3 件',
      ]);
      // Looks at one sign before and behind a place at most, whatever stands there.
      expect(memory.learned.pattern?.source ?? '').not.toMatch(/\\s|\*|\+|\^|\$/);
      typed.leave(type(`盐井巷口的老柿树${n}棵`));
    }
    expect(say(`${' '.repeat(20_000)}盐井巷口的老柿树7棵`)).toBe(`${' '.repeat(20_000)}〔已遮盖〕`);
  });

  test('words that the page said before, that every page says, days, sums and small numbers stay', () => {
    const { type, typed, say } = openPage();
    const shown = [
      '失业保险金申领',
      '下一步',
      '其他',
      '2026-11-30',
      '3000.00',
      '12',
      '办理失业保险金申领须知',
    ];
    shown.map(say);
    for (const words of shown.slice(0, 6)) typed.leave(type(words));
    expect(shown.map(say)).toEqual(shown);
  });

  test('lines and long sentences are known by themselves', () => {
    const { typed, say } = openPage();
    const field = {};
    const long = '本人因家中老人患病多年需要照料，'.repeat(5);
    typed.write(field, `第一条家里情况\n${long}`, nobodys);
    typed.leave(field);
    expect(say('第一条家里情况')).toBe('〔已遮盖〕');
    expect(say(long)).not.toContain('老人患病');
  });

  test.each([
    ['without a mark', '本人家里老人患病多年需要照料而且房屋漏水'.repeat(7), /漏水|患病|照料/],
    [
      'with words and numbers in it',
      '本人在Shandong2026年购买的房屋漏水且无人修缮'.repeat(7),
      /漏水|购买|Shan|dong|2026/,
    ],
    ['one long word', `见${'aB3x'.repeat(40)}处`, /aB3x/],
  ])('long sentences are known to their end: %s', (_what, long, own) => {
    const { type, typed, say } = openPage();
    const field = type(long);
    expect(say(`预览：${long}（草稿）`)).not.toMatch(own);
    typed.leave(field);
    expect(say(`预览：${long}（草稿）`)).not.toMatch(own);
    expect(say('预览：（草稿）')).toBe('预览：（草稿）');
  });

  test('an input method may pass through anything', () => {
    const { typed, say } = openPage();
    const field = {};
    for (const words of ['yan', "yan'jing", '盐井老柿']) typed.write(field, words, nobodys, true);
    typed.write(field, '盐井老柿', nobodys);
    typed.leave(field);
    expect(['盐井老柿', "yan'jing"].map(say)).toEqual(['〔已遮盖〕', "yan'jing"]);
  });
});

describe('what is typed into a field with a personal label', () => {
  test('is known as what the label names, on this page and, as far as it means somebody, on others', () => {
    const { type, typed, say, digests } = openPage('k');
    typed.leave(type('欧阳禾桂', named('姓名')));
    typed.leave(type('禤国维', named('请输入申请人姓名')));
    typed.leave(type('盐井巷9号', named('lxdz')));
    expect(say('尊敬的市民欧阳禾桂您的申请')).toBe('尊敬的市民〔姓名〕您的申请');
    expect(['禤国维', '盐井巷9号'].map(say)).toEqual(['〔姓名〕', '〔地址〕']);
    expect(say('禤国维 - 我的办件')).toBe('〔已遮盖〕 - 我的办件');
    const other = openPage('k', digests?.takeFresh());
    expect(other.say('由欧阳禾桂提交')).toBe('由〔姓名〕提交');
    expect(other.say('禤国维')).toBe('〔已遮盖〕');
  });

  test('while it is being typed, too', () => {
    const { type, say } = openPage();
    type('欧阳禾桂', named('姓名'));
    expect(say('您填写的姓名是欧阳禾桂，请核对')).toBe('您填写的姓名是〔姓名〕，请核对');
  });
});

describe('what a label says of a value', () => {
  test('counts for a name that begins like a word, and not for words of pages', () => {
    const { type, typed, say, digests } = openPage('k');
    for (const name of ['周一围', '文明轩', '方向东']) typed.leave(type(name, named('姓名')));
    for (const word of ['成年', '下一步', '请输入']) typed.leave(type(word, named('姓名')));
    expect(['“周一围”重复', '文明轩', '方向东', '周一'].map(say)).toEqual([
      '“〔已遮盖〕”重复',
      '〔姓名〕',
      '〔姓名〕',
      '周一',
    ]);
    expect(['成年', '下一步', '请输入'].map(say)).toEqual(['成年', '下一步', '请输入']);
    const other = openPage('k', digests?.takeFresh());
    expect(['周一围', '成年'].map(other.say)).toEqual(['〔已遮盖〕', '成年']);
  });

  test.each(['户籍所在地', '居住地', '联系地址'])(
    'counts for no region, which every page names: %s',
    (label) => {
      const page = openPage('k');
      const shown = ['威海市环翠区政务服务网', '威海市环翠区', '文登区人民政府'];
      shown.map(page.say);
      for (const region of ['威海市环翠区', '文登区']) page.typed.leave(page.type(region, named(label)));
      expect(shown.map(page.say)).toEqual(shown);
      const other = openPage('k', page.digests?.takeFresh());
      expect(shown.map(other.say)).toEqual(shown);
    },
  );

  test.each(['阳光小区', '阳光社区', '青溪产业园区'])('counts for a place where one lives: %s', (place) => {
    const page = openPage('k');
    page.say(place);
    page.typed.leave(page.type(place, named('居住地')));
    expect(page.say(place)).toBe('〔地址〕');
    expect(openPage('k', page.digests?.takeFresh()).say(place)).toBe('〔已遮盖〕');
  });

  test('counts not for what is nothing of that kind: words that the page said before', () => {
    const page = openPage('k');
    page.say('市民云平台账户');
    page.typed.leave(page.type('市民云平台', named('用户名')));
    expect(page.say('市民云平台')).toBe('市民云平台');
  });
});

describe('what was typed before anything named it', () => {
  test.each([
    ['a label on the page', ({ say }: Page) => say('申请人：赵晓梅')],
    ['a greeting', ({ say }: Page) => say('您好，赵晓梅')],
    ['the label of another field', ({ type, typed }: Page) => typed.leave(type('赵晓梅', named('姓名')))],
  ])('is somebody from then on, here and elsewhere: %s', (_what, names) => {
    const page = openPage('k');
    page.typed.leave(page.type('赵晓梅'));
    expect(page.say('由赵晓梅提交')).toBe('由赵晓梅提交');
    names(page);
    expect(page.say('由赵晓梅提交')).toBe('由〔姓名〕提交');
    const other = openPage('k', page.digests?.takeFresh());
    expect(other.say('由赵晓梅提交')).toBe('由〔姓名〕提交');
  });

  test('stays somebody when the field in which it is typed is left', () => {
    const { type, typed, say } = openPage();
    const field = type('赵晓梅');
    say('申请人：赵晓梅');
    type('柿树种在巷口', nobodys, field);
    typed.leave(field);
    expect(say('由赵晓梅提交')).toBe('由〔姓名〕提交');
  });

  test('is somebody while it is typed under that label, and what it was when more is typed', () => {
    const { type, typed, say } = openPage();
    typed.leave(type('赵晓梅'));
    const field = type('赵晓梅', named('姓名'));
    expect(say('由赵晓梅提交')).toBe('由〔姓名〕提交');
    // Any longer it is no name of a family and one or two signs.
    typed.write(field, '赵晓梅的母亲', named('姓名'));
    typed.leave(field);
    expect(['由赵晓梅提交', '赵晓梅'].map(say)).toEqual(['由赵晓梅提交', '〔已遮盖〕']);
  });
});

describe('other documents of the session', () => {
  test('know what was typed where it is all of a text or of a part of an address', () => {
    const page = openPage('k');
    page.typed.leave(page.type('盐井巷口的老柿树'));
    const other = openPage('k', page.digests?.takeFresh());
    expect(other.say(' 盐井巷口的老柿树 ')).toBe(' 〔已遮盖〕 ');
    expect(other.say('“盐井巷口的老柿树”重复 - 核对')).toBe('“〔已遮盖〕”重复 - 核对');
    expect(other.say('种盐井巷口的老柿树')).toBe('种盐井巷口的老柿树');
    expect(other.url(`https://a.example/list/${encodeURIComponent('盐井巷口的老柿树')}`)).toBe(
      'https://a.example/list/〔已遮盖〕',
    );
    const foreign = openPage('other', page.digests?.takeFresh());
    expect(foreign.say('盐井巷口的老柿树')).toBe('盐井巷口的老柿树');
  });

  test('are told before the field is left when the page is about to act on it', () => {
    const page = openPage('k');
    page.typed.tell(page.type('盐井巷口的老柿树'));
    expect(openPage('k', page.digests?.takeFresh()).say('盐井巷口的老柿树')).toBe('〔已遮盖〕');
  });

  test('the scan before a session leaves does not ask for them: a page may have said the same before', () => {
    const page = openPage('k');
    page.typed.leave(page.type('盐井巷口的老柿树'));
    const scanner = createScanner({ digests: page.digests });
    expect(scanner.scan('盐井巷口的老柿树')).toEqual([]);
  });

  test.each([
    ['hidden', { labels: ['登录密码'], use: 'secret' as const }],
    ['hidden, whatever it is called', { labels: ['备注'], use: 'secret' as const }],
    ['shown', { labels: ['登录密码'] }],
  ])('never hear of passwords: %s', (_what, of) => {
    const page = openPage('k');
    for (const password of ['Shi-shu2026', 'shishulaoshu']) {
      const field = page.type(password, of);
      page.typed.tell(field);
      page.typed.leave(field);
      for (const shown of [`密码 ${password} 太弱`, `初始密码：${password}`, password])
        if (password !== 'shishulaoshu' || shown === password)
          expect(page.say(shown)).not.toContain(password);
    }
    expect(page.digests?.takeFresh()).toEqual([]);
  });
});

test('what is searched for stays in the answers, which say it, and goes from addresses', () => {
  const page = openPage('k');
  page.typed.leave(page.type('失业登记', { labels: ['搜索'], use: 'search' }));
  expect(page.say('失业登记')).toBe('失业登记');
  const address = `https://a.example/search/${encodeURIComponent('失业登记')}`;
  expect(page.url(address)).toBe('https://a.example/search/_');
  expect(openPage('k').url(address)).toBe(address);
});

test('who is searched for by a label that names somebody is known as that', () => {
  const { type, typed, say } = openPage('k');
  typed.leave(type('禤国维', { labels: ['请输入姓名'], use: 'search' }));
  expect(say('禤国维')).toBe('〔姓名〕');
});

test('what is typed on a page is no part of attributes and names either', () => {
  const { type, typed, memory } = openPage();
  typed.leave(type('盐井巷口的老柿树'));
  const words = '盐井巷口的老柿树';
  const node = {
    type: 2,
    tagName: 'p',
    id: 3,
    attributes: { title: words, 'data-value': words, class: `row-${words}`, style: `--typed:'${words}'` },
    childNodes: [{ type: 3, id: 4, textContent: words }],
  };
  const { event } = redactEvent(
    {
      type: 3,
      timestamp: 1,
      data: {
        source: 0,
        texts: [],
        attributes: [],
        removes: [],
        adds: [{ parentId: 1, nextId: null, node }],
      },
    },
    { memory },
  );
  expect(JSON.stringify(event)).not.toContain(words);
});
