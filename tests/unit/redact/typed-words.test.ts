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
  };
}

type Page = ReturnType<typeof openPage>;

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

  test('never hear of passwords', () => {
    const page = openPage('k');
    page.typed.leave(page.type('Shi-shu2026', { labels: ['登录密码'], use: 'secret' }));
    expect(page.say('密码 Shi-shu2026 太弱')).not.toContain('Shi-shu2026');
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
