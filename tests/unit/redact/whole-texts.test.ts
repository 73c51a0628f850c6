import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../lib/redact/index.ts';
import { element, snapshot, text, words } from './trees.ts';

const beside = (label: string, value: string) =>
  element('p', {}, [element('span', {}, [label]), element('span', {}, [value])]);
const under = (heads: string[], ...rows: string[][]) =>
  element('table', {}, [
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map((head) => element('th', {}, [head])),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell) => element('td', {}, [cell])),
        ),
      ),
    ),
  ]);
const after = (...body: ReturnType<typeof element>[]) => {
  const redactor = createRedactor();
  redactor.redactEvent(snapshot(body));
  return redactor;
};

describe('what only its label names is known on its page where it stands alone', () => {
  test.each([
    ['a name of no listed family', '姓名', '禤国维', 'name'],
    ['a Tibetan name', '姓名', '扎西次仁', 'name'],
    ['a Uyghur name', '申请人', '买买提', 'name'],
    ['a name that begins like a word', '姓名', '白天宇', 'name'],
    ['a one-time code', '验证码', '483920', 'one-time-code'],
    ['a short address', '家庭住址', '城关三组', 'address'],
  ])('%s', (_what, label, value, kind) => {
    const { redactText, sensitiveRanges } = after(beside(label, value));
    expect(sensitiveRanges(value)).toEqual([{ start: 0, end: value.length, kind }]);
    expect(sensitiveRanges(` \n${value} `)).toEqual([{ start: 2, end: value.length + 2, kind }]);
    expect(redactText(value).text).not.toContain(value);
    expect(createRedactor().redactText(value).text, 'on another page').toBe(value);
  });

  test('a code in the column of its header', () => {
    const { sensitiveRanges } = after(under(['受理点', '验证码'], ['青溪', '483920']));
    expect(sensitiveRanges('483920')).toMatchObject([{ kind: 'one-time-code' }]);
    expect(sensitiveRanges('青溪')).toEqual([]);
  });

  test('every name of a long list, more than are looked for inside of texts', () => {
    const names = Array.from(
      { length: 1000 },
      (_, n) => `扎西${String.fromCharCode(0x4e00 + n)}次${String.fromCharCode(0x5e00 + n)}`,
    );
    const { sensitiveRanges } = after(under(['序号', '姓名'], ...names.map((name, n) => [`${n}`, name])));
    expect(names.filter((name) => sensitiveRanges(name).length === 0)).toEqual([]);
  });

  test('further up in the same snapshot, in rows that come later, and over a new snapshot', () => {
    const redactor = createRedactor();
    const { event } = redactor.redactEvent(
      snapshot([element('b', {}, ['禤国维']), beside('姓名', '禤国维')]),
    );
    expect(words(event.data.node)).toBe('〔姓名〕|姓名|〔姓名〕');
    redactor.redactEvent(snapshot([element('p', {}, ['办理须知'])]));
    const later = {
      type: 3,
      data: {
        source: 0,
        texts: [{ id: 5, value: '禤国维' }],
        attributes: [{ id: 6, attributes: { title: '禤国维' } }],
        adds: [
          { parentId: 7, nextId: null, node: element('li', {}, []) },
          { parentId: 8, nextId: null, node: text('禤国维') },
        ],
        removes: [],
      },
    };
    expect(JSON.stringify(redactor.redactEvent(later).event)).not.toContain('禤国维');
  });
});

describe('the page stays readable', () => {
  test.each([
    ['inside another text', '验证码', '483920', '共 483920 件'],
    ['a step that follows a name field', '姓名', '下一步', '下一步'],
    ['a button behind a role', '申请人', '保存', '保存'],
    ['one town', '户籍所在地', '青溪市', '青溪市'],
    ['a year', '出生年月', '1990', '1990'],
    ['a hint', '姓名', '请输入姓名', '请输入姓名'],
    ['the next label', '姓名', '手机号码', '手机号码'],
  ])('%s', (_what, label, value, elsewhere) => {
    expect(after(beside(label, value)).redactText(elsewhere).text).toBe(elsewhere);
  });
});
