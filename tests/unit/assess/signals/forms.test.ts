import { describe, expect, test } from 'vitest';
import type { Field } from '../../../../lib/model/field.ts';
import {
  action,
  blind,
  field,
  incident,
  sighting,
  signal,
  start,
  textsOf,
  valueOf,
  visit,
  walk,
} from './walk.ts';

const wizard = (at: number, wizardStep: string) => visit(at, '/item', { kind: 'wizard', wizardStep });
const unseen = [blind.old(), blind.metrics(), blind.noRecorder(), blind.atLogin()];
const login = visit(500, 'https://login.example/', { identity: true });

describe('field_count', () => {
  test('counts what is asked, required and optional; proofs, search and what is only shown do not count', () => {
    const fields = [
      field(0, '姓名', { required: true }),
      field(0, '性别', { kind: 'choice' }),
      field(0, '同意', { kind: 'check', required: true }),
      field(0, '身份证', { kind: 'file' }),
      field(0, '证件号码', { readonly: true, prefilled: true }),
      ...(['search', 'captcha', 'one-time-code', 'password'] as const).map((kind) =>
        field(0, '甲', { kind }),
      ),
    ];
    expect(signal('field_count', walk({ fields }))).toMatchObject({
      value: 4,
      parts: { required: 2, optional: 2 },
    });
  });

  test('a form that comes back asks for nothing new, one alike on another step does; fields alike count as they stand', () => {
    const form = (at: number) => [field(at, '姓名'), field(at, ''), field(at, '')];
    const visits = [wizard(0, '一'), wizard(20_000, '二')];
    expect(valueOf('field_count', walk({ visits, fields: [...form(100), ...form(9000)] }))).toBe(3);
    expect(valueOf('field_count', walk({ visits, fields: [...form(100), ...form(19_900)] }))).toBe(6);
  });

  test('a form that is left half a second after it came up is still itself when it comes back', () => {
    const visits = [wizard(0, '一'), wizard(20_000, '二'), wizard(20_500, '一'), wizard(24_000, '二')];
    const fields = [
      field(20_010, '工种'),
      field(24_010, '工种'),
      field(19_800, '岗位'),
      field(23_900, '岗位'),
    ];
    expect(valueOf('field_count', walk({ visits, fields }))).toBe(2);
    expect(valueOf('duplicate_entry', walk({ visits, fields }))).toBe(0);
  });

  test('is over beyond eleven, 0 on a page without a form', () => {
    const many = (n: number) => walk({ fields: Array.from({ length: n }, (_, at) => field(0, `第${at}项`)) });
    expect([11, 12].map((n) => signal('field_count', many(n)).over)).toEqual([false, true]);
    expect(valueOf('field_count', walk())).toBe(0);
  });

  test('is unobserved where fields could not be seen, and says why', () => {
    expect(unseen.map((report) => signal('field_count', report).unseen)).toEqual([
      'old-report',
      'metrics-only',
      'no-recorder',
      'identity-host',
    ]);
    expect(unseen.map((report) => valueOf('field_count', report))).toEqual([null, null, null, null]);
    expect(valueOf('field_count', blind.metrics({ fields: [field(0, '')] }))).toBeNull();
  });
});

describe('prefill_ratio', () => {
  const visits = [visit(0, '/'), login, visit(900, '/item')];
  const fields = (...prefilled: boolean[]) =>
    prefilled.map((each, n) => field(1000, `第${n}项`, { prefilled: each }));

  test('is the share the portal filled in of the fields after the login', () => {
    const report = walk({
      visits,
      fields: [field(100, '登录前'), ...fields(true, false, true, false, false)],
    });
    expect(signal('prefill_ratio', report)).toMatchObject({
      value: 0.4,
      over: false,
      parts: { prefilled: 2, fields: 5 },
    });
  });

  test('boxes to tick, files and proofs could not be filled in', () => {
    const other = (['check', 'file', 'captcha'] as const).map((kind) => field(1000, '甲', { kind }));
    expect(valueOf('prefill_ratio', walk({ visits, fields: [...fields(true), ...other] }))).toBe(1);
  });

  test('is over below a quarter, not at it', () => {
    const over = [fields(true, false, false, false), fields(true, false, false, false, false)].map(
      (list) => signal('prefill_ratio', walk({ visits, fields: list })).over,
    );
    expect(over).toEqual([false, true]);
  });

  test('is unobserved without a login, without a field after it, and where fields could not be seen', () => {
    expect(valueOf('prefill_ratio', walk({ fields: fields(true) }))).toBeNull();
    expect(valueOf('prefill_ratio', walk({ visits }))).toBeNull();
    expect(unseen.map((report) => valueOf('prefill_ratio', report))).toEqual([null, null, null, null]);
  });
});

describe('duplicate_entry', () => {
  const typed = (at: number, label: string, mark?: string, more = {}) =>
    action(at, 'type', label, { value: { length: 11, ...(mark ? { mark } : {}) }, ...more });
  const visits = [wizard(0, '一'), wizard(20_000, '二')];

  test('the same value under another label is typed twice, and both places are named', () => {
    const actions = [
      typed(1000, '手机号码', 'k1'),
      typed(30_000, '联系手机', 'k1'),
      typed(31_000, '邮箱', 'k2'),
    ];
    const found = signal('duplicate_entry', walk({ visits, actions }));
    expect(found).toMatchObject({ value: 1, over: true });
    expect(found.evidence).toMatchObject([
      { at: start + 30_000, text: '手机号码 → 联系手机', refs: [actions[1]?.id, actions[0]?.id] },
    ]);
  });

  test('the same label on another form is asked twice, unless the portal filled it in', () => {
    const asked = (more: Partial<Field>) =>
      walk({
        visits,
        fields: [
          field(100, '户籍地址'),
          field(20_100, '户籍地址', { url: 'https://zwfw.example/b', ...more }),
        ],
      });
    expect(valueOf('duplicate_entry', asked({}))).toBe(1);
    expect(valueOf('duplicate_entry', asked({ prefilled: true }))).toBe(0);
    expect(valueOf('duplicate_entry', asked({ readonly: true }))).toBe(0);
  });

  test('two steps of a wizard ask for the same label twice when it was filled in on both', () => {
    const fields = [field(100, '户籍地址'), field(20_100, '户籍地址')];
    expect(valueOf('duplicate_entry', walk({ visits, fields }))).toBe(0);
    const actions = [typed(1000, '户籍地址'), typed(21_000, '户籍地址')];
    expect(valueOf('duplicate_entry', walk({ visits, fields, actions }))).toBe(1);
  });

  test('a field filled in again after going back is no second one, even where its step was told wrongly', () => {
    const actions = [typed(1000, '户籍地址', 'k1'), typed(21_000, '户籍地址', 'k1')];
    const back = action(15_000, 'click', '上一步');
    expect(valueOf('duplicate_entry', walk({ visits, actions: [...actions, back] }))).toBe(0);
  });

  test('told by field and by typing a repeat counts once', () => {
    const fields = [field(100, '手机号码'), field(20_100, '手机号码')];
    const actions = [typed(1000, '手机号码', 'k1'), typed(30_000, '手机号码', 'k1')];
    expect(valueOf('duplicate_entry', walk({ visits, fields, actions }))).toBe(1);
  });

  test('the same field filled again, passwords, searches and labels that say nothing are none', () => {
    const actions = [
      typed(1000, '银行卡号', 'k1'),
      typed(9000, '银行卡号', 'k1'),
      typed(10_000, '密码', 'k3'),
      typed(30_000, '确认密码', 'k3'),
      typed(11_000, '请输入', 'k4'),
      typed(31_000, '请输入', 'k5'),
      typed(12_000, '找什么', 'k6'),
      typed(32_000, '找什么', 'k6'),
    ];
    const fields = [field(100, '找什么', { kind: 'search' }), field(20_100, '找什么', { kind: 'search' })];
    expect(signal('duplicate_entry', walk({ visits, fields, actions }))).toMatchObject({
      value: 0,
      over: false,
    });
  });

  test('reports from before fields were watched still show it by marks; without any it is unobserved', () => {
    const actions = [typed(1000, '手机号码', 'k1'), typed(30_000, '联系手机', 'k1')];
    expect(valueOf('duplicate_entry', blind.old({ visits, actions }))).toBe(1);
    expect(unseen.map((report) => valueOf('duplicate_entry', report))).toEqual([null, null, null, null]);
  });
});

const file = (at: number, label: string, more: Partial<Field> = {}) =>
  field(at, label, { kind: 'file', ...more });
const upload = (at: number, label: string) =>
  action(at, 'upload', label, { value: { files: [{ extension: 'pdf', bytes: 9 }] } });

describe('material_count', () => {
  test('counts materials by name, however the button calls them', () => {
    const fields = [
      file(0, '居民身份证扫描件'),
      file(0, '上传居民身份证'),
      file(0, '户口簿'),
      file(0, ''),
      file(0, ''),
      field(0, '姓名'),
    ];
    expect(valueOf('material_count', walk({ fields }))).toBe(4);
  });

  test('forms that were fetched to be filled in stand beside them; other downloads do not', () => {
    const sightings = ['doc', 'pdf', 'zip'].map((detail, n) =>
      sighting(n, 'download', { detail, url: `https://a/f.${detail}` }),
    );
    const found = signal('material_count', walk({ fields: [file(0, '户口簿')], sightings }));
    expect(found).toMatchObject({ value: 1, parts: { downloads: 1 } });
    expect(found.evidence.map((each) => each.text)).toContain('https://a/f.doc');
  });

  test('is 0 without one, over beyond four, unobserved where fields could not be seen', () => {
    expect(valueOf('material_count', walk())).toBe(0);
    const many = (n: number) =>
      walk({ fields: Array.from({ length: n }, (_, at) => file(0, `第${at}种证明`)) });
    expect([4, 5].map((n) => signal('material_count', many(n)).over)).toEqual([false, true]);
    expect(unseen.map((report) => valueOf('material_count', report))).toEqual([null, null, null, null]);
  });
});

describe('material_rerequest', () => {
  const visits = [wizard(0, '材料'), wizard(60_000, '补正')];

  test('the same material on another form, uploaded again, or asked for again by a notice', () => {
    const fields = [file(100, '身份证'), file(60_100, '身份证扫描件')];
    expect(valueOf('material_rerequest', walk({ visits, fields }))).toBe(1);
    expect(
      valueOf(
        'material_rerequest',
        walk({
          visits: [visit(0, '/'), visit(60_000, '/')],
          fields: [file(0, '户口簿')],
          actions: [upload(1000, '上传户口簿'), upload(90_000, '上传户口簿')],
        }),
      ),
    ).toBe(1);
    const sightings = [
      sighting(0, 'material', { detail: 'again', text: '请重新上传身份证照片' }),
      sighting(1, 'material', { text: '户口簿' }),
    ];
    expect(textsOf('material_rerequest', walk({ sightings }))).toEqual(['请重新上传身份证照片']);
  });

  test('asked once and uploaded once is none, and neither is another file after a refusal', () => {
    const fields = [file(0, '身份证'), file(0, '户口簿'), file(9000, '身份证')];
    const actions = [upload(1000, '身份证'), upload(20_000, '身份证'), upload(30_000, '户口簿')];
    const incidents = [incident(2000, 'toast', '文件格式不符合要求，仅支持 PDF')];
    expect(signal('material_rerequest', walk({ fields, actions, incidents }))).toMatchObject({
      value: 0,
      over: false,
    });
  });

  test('who stays on the form and adds the back to the front, or a better picture, is not asked again', () => {
    const actions = [upload(1000, '身份证'), upload(20_000, '身份证'), upload(60_000, '身份证')];
    expect(valueOf('material_rerequest', walk({ fields: [file(0, '身份证')], actions }))).toBe(0);
  });

  test('a refusal told a little before its upload is that upload’s refusal', () => {
    const actions = [upload(1000, '身份证'), upload(9000, '身份证')];
    const refused = (at: number) =>
      walk({ actions, sightings: [sighting(at, 'file-refused', { text: '过大' })] });
    expect(valueOf('material_rerequest', refused(900))).toBe(0);
  });

  test('a file picked in the millisecond the next step comes up was asked for by the step before', () => {
    const actions = [upload(60_000, '户口簿')];
    expect(valueOf('material_rerequest', walk({ visits, fields: [file(100, '户口簿')], actions }))).toBe(0);
  });

  test('is unobserved where fields could not be seen', () => {
    expect(unseen.map((report) => valueOf('material_rerequest', report))).toEqual([null, null, null, null]);
  });
});

describe('file_reject', () => {
  test('counts refusals, told by a watcher, by a message after the upload, or by both at once', () => {
    const report = walk({
      actions: [upload(0, '身份证'), upload(60_000, '户口簿')],
      incidents: [
        incident(800, 'toast', '文件格式不符合要求'),
        incident(62_000, 'native-dialog', '文件大小超过 2MB'),
      ],
      sightings: [sighting(900, 'file-refused', { text: '文件格式不符合要求' })],
    });
    expect(signal('file_reject', report)).toMatchObject({ value: 2, over: true });
  });

  test('two files refused by a quick hand are two', () => {
    const report = walk({
      actions: [upload(0, '身份证'), upload(2000, '身份证')],
      incidents: [incident(100, 'toast', '文件大小超过 2MB'), incident(2100, 'toast', '文件格式不支持')],
      sightings: [sighting(100, 'file-refused', { text: '文件大小超过 2MB' })],
    });
    expect(valueOf('file_reject', report)).toBe(2);
  });

  test('a message about another field, soon after an upload, is none', () => {
    const report = walk({
      actions: [upload(0, '身份证')],
      incidents: [
        incident(5000, 'toast', '手机号格式不对'),
        incident(6000, 'validation', '邮编：格式不正确'),
        incident(7000, 'validation', '开户行：格式不正确'),
      ],
    });
    expect(valueOf('file_reject', report)).toBe(0);
  });

  test('a message long after or before an upload, or about something else, is none', () => {
    const report = walk({
      actions: [upload(10_000, '身份证')],
      incidents: [
        incident(100, 'toast', '格式不正确'),
        incident(11_000, 'toast', '上传成功'),
        incident(90_000, 'toast', '手机号格式不正确'),
      ],
    });
    expect(signal('file_reject', report)).toMatchObject({ value: 0, over: false });
  });

  test('older reports show it too; unobserved without words or a recorder', () => {
    expect(valueOf('file_reject', blind.old())).toBe(0);
    expect([blind.metrics(), blind.noRecorder()].map((report) => valueOf('file_reject', report))).toEqual([
      null,
      null,
    ]);
  });
});
