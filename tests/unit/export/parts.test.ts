import { describe, expect, it } from 'vitest';
import { findFramePath } from '../../../lib/capture/frame-path.ts';
import { actsOf } from '../../../lib/export/acts.ts';
import { chosenAfter } from '../../../lib/export/chosen-after.ts';
import { exportFile } from '../../../lib/export/export-file.ts';
import { placeholderFor } from '../../../lib/export/placeholders.ts';
import { isWholeUrl, patternOfUrl } from '../../../lib/export/url-pattern.ts';
import { waysOf, waysToFirst } from '../../../lib/export/ways.ts';
import type { Action } from '../../../lib/model/action.ts';
import {
  hasCreditCodeChecksum,
  hasLuhnChecksum,
  hasResidentIdChecksum,
} from '../../../lib/redact/checksums.ts';
import { action, walkedReport } from './walked-report.ts';

describe('placeholders', () => {
  const value = (label: string) => placeholderFor(action(0, 'type', label), [], '借书证办理');

  it.each([
    ['姓名 *', '张三'],
    ['手机号码', '13800000000'],
    ['电子邮箱', 'ceshi@example.com'],
    ['验证码', '0000'],
    ['失业日期', '2000-01-01'],
    ['意见建议', '测试内容'],
  ])('%s: %s', (label, expected) => {
    expect(value(label)).toBe(expected);
  });

  it('are the number of an identity card where a paper is not named and the number was as long', () => {
    const of = (length: number) =>
      placeholderFor(action(0, 'type', '证件号码', { value: { length } }), [], '借书证办理');
    expect([of(18), of(9)]).toEqual(['110101190001010014', 'CESHI000001']);
  });

  it('in a search field are the walked item’s name', () => {
    expect(value('您想办什么事')).toBe('借书证办理');
  });

  it('pass the checks that forms make', () => {
    expect(hasResidentIdChecksum(value('身份证号'))).toBe(true);
    expect(hasCreditCodeChecksum(value('统一社会信用代码'))).toBe(true);
    expect(hasLuhnChecksum(value('银行卡号'))).toBe(true);
  });
});

describe('ways', () => {
  it('by position or class alone are left out where a surer one exists', () => {
    const path = 'xpath//html[1]/body[1]/button[1]';
    expect(waysOf(['#submit', 'button.el-button', 'div > a:nth-of-type(2)', path])).toEqual(['#submit']);
    expect(waysOf(['button.el-button', path])).toEqual(['button.el-button']);
    expect(waysOf([path])).toEqual([path]);
  });
});

describe('ways for players that take the first there is', () => {
  const [role, words] = ['aria/确定[role="button"]', 'text/确定'];
  const inFoot =
    'xpath///*[contains(concat(" ",normalize-space(@class)," ")," foot ")]//button[normalize-space(.)="确定"]';
  const second = 'xpath/(//button[normalize-space(.)="确定"])[2]';
  const only = 'xpath///button[normalize-space(.)="确定"]';
  it('are not by words alone where others say the same', () => {
    expect(waysToFirst([role, words, inFoot])).toEqual([inFoot]);
    expect(waysToFirst([role, '#sure', second])).toEqual(['#sure']);
    expect(waysToFirst([role, second])).toEqual([second]);
    expect(waysToFirst([role, words, only])).toContain(role);
    expect(waysOf([role, words, inFoot])).toContain(role);
  });
});

describe('an upload', () => {
  const pressed = action(1, 'click', '加一');
  it('takes the press before it with it, unless its field was pressed itself', () => {
    const opened = action(2, 'upload', '照片');
    expect(actsOf([pressed, opened])).toEqual([{ action: opened, opener: pressed }]);
    const own = { ...opened, point: { x: 1, y: 1 } };
    expect(actsOf([pressed, own])).toEqual([{ action: pressed }, { action: own }]);
  });
});

describe('Enter on a link', () => {
  const way = { selectors: ['aria/查看[role="link"]'] };
  const key = (more: Partial<Action> = {}) =>
    action(1, 'key', '查看', { ...way, value: { key: 'Enter' }, ...more });
  const click = (after: number, more: Partial<Action> = {}) =>
    action(after, 'click', '查看', { ...way, ...more });
  const kinds = (...actions: Action[]) => actsOf(actions).map((each) => each.action.kind);
  it('is the click that the browser makes of it, once', () => {
    expect(kinds(key(), click(3))).toEqual(['click']);
    expect(kinds(key(), click(2000))).toEqual(['key', 'click']);
    expect(kinds(key(), click(3, { selectors: ['#other'] }))).toEqual(['key', 'click']);
    expect(kinds(key(), click(3, { stream: 'other' }))).toEqual(['key', 'click']);
    expect(kinds(key({ value: { key: 'Space' } }), click(3))).toEqual(['key', 'click']);
  });
});

describe('what was sought by typing', () => {
  const typed = action(1, 'type', '街道');
  const next = (more: Partial<Action>) =>
    chosenAfter(
      [{ action: typed }, { action: { ...action(2, 'click', '人民路街道'), role: 'clickable', ...more } }],
      {
        action: typed,
      },
    ).chosen?.label;
  it('is what was pressed next, unless it is a field, a button or somebody’s name', () => {
    expect(next({})).toBe('人民路街道');
    expect(next({ role: 'option' })).toBe('人民路街道');
    expect(next({ role: 'button' })).toBeUndefined();
    expect(next({ kind: 'check' })).toBeUndefined();
    expect(next({ stream: 'other' })).toBeUndefined();
    expect(next({ label: '〔姓名〕' })).toBeUndefined();
  });
});

describe('addresses', () => {
  it('match another run’s, where numbers and masked parts differ', () => {
    const pattern = new RegExp(patternOfUrl('https://a.example/result/20261122000001/x?no=_'));
    expect(pattern.test('https://a.example/result/20270101000009/x?no=7')).toBe(true);
    expect(pattern.test('https://a.example/result/20270101000009/y')).toBe(false);
    expect(pattern.test('https://axexample/result/1/x')).toBe(false);
  });

  it('are whole only when nothing of them was masked', () => {
    expect(
      ['https://a.example/b?c=1', 'https://a.example/b?c=_', 'https://a.example/〔姓名〕', 'about:blank'].map(
        isWholeUrl,
      ),
    ).toEqual([true, false, false, false]);
  });
});

it('a frame knows its place at each level without touching the others', () => {
  type Fake = { parent: Fake; length: number; [place: number]: Fake };
  const make = (parent?: Fake): Fake => {
    const frame = { length: 0 } as Fake;
    frame.parent = parent ?? frame;
    if (parent) parent[parent.length++] = frame;
    return frame;
  };
  const top = make();
  make(top);
  const middle = make(top);
  const inner = make(middle);
  const hidden = { length: 0, parent: middle } as Fake;
  const pathOf = (frame: Fake) => findFramePath(frame as unknown as Window);
  expect([pathOf(top), pathOf(middle), pathOf(inner), pathOf(hidden)]).toEqual([[], [1], [1, 0], undefined]);
});

it('an export’s name says what it is, the item and the day, and is no path', () => {
  const report = walkedReport();
  report.session.item.name = '../借书证 “办理”/?*';
  const names = (['recorder', 'playwright', 'har'] as const).map((kind) => exportFile(report, kind).name);
  for (const name of names)
    expect(name).toMatch(/^走流程_[^\\/:*?"<>|\s]+_\d{4}-\d\d-\d\d\.(json|spec\.ts|har)$/);
});
