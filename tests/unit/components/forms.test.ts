import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { keyOf } from '../../../components/format/key-of.ts';
import { filterSessions } from '../../../components/forms/filter-sessions.ts';
import { firstAbout, keptHead } from '../../../components/forms/first-about.ts';
import { formKinds } from '../../../lib/model/form-kind.ts';
import { type FormSession, formFormats, missingFields } from '../../../lib/model/official-form.ts';
import { disposals } from '../../../lib/model/rectification.ts';

const row = (id: string, more: Partial<FormSession>): FormSession => ({
  id,
  itemName: '事项',
  unit: '甲',
  walker: '张三',
  mode: 'self',
  programme: '方案',
  startedAt: new Date(2026, 4, 12, 23, 59).getTime(),
  painPoints: 0,
  imported: false,
  ...more,
});
const rows = [
  row('a', {}),
  row('b', { unit: '乙', mode: 'experience' }),
  row('c', { startedAt: new Date(2026, 4, 13, 0, 0).getTime(), programme: '另一方案' }),
];
const ids = (filter: Parameters<typeof filterSessions>[1]) =>
  filterSessions(rows, filter).map(({ id }) => id);

test('sessions are filtered by programme, unit, mode and whole days, newest first', () => {
  expect(ids({})).toEqual(['c', 'a', 'b']);
  expect(ids({ unit: '乙' })).toEqual(['b']);
  expect(ids({ mode: 'self' })).toEqual(['c', 'a']);
  expect(ids({ programme: '方案' })).toEqual(['a', 'b']);
  expect(ids({ from: '2026-05-13' })).toEqual(['c']);
  expect(ids({ from: '2026-05-12', to: '2026-05-12' })).toEqual(['a', 'b']);
});

afterEach(() => {
  vi.useRealTimers();
});

test('the phase is this half-year, unless another word than a half-year was kept; a half-year never is', () => {
  const head = { unit: '甲', reporter: '李四', contact: '0990-12345', phase: '' };
  const phaseOf = (phase: string) => firstAbout({ ...head, phase }, undefined).phase;
  vi.useFakeTimers({ now: new Date(2026, 5, 30, 12), toFake: ['Date'] });
  const first = firstAbout(head, undefined);
  expect(first).toMatchObject({ unit: '甲', date: '2026-06-30', phase: '2026年上半年' });
  expect(keptHead(first)).toEqual(head);
  expect(keptHead({ ...first, phase: '第一阶段' })).toEqual({ ...head, phase: '第一阶段' });
  expect(phaseOf('第一阶段')).toBe('第一阶段');
  vi.setSystemTime(new Date(2026, 6, 1, 12));
  expect([phaseOf(''), phaseOf('2026年上半年'), phaseOf('2026 年 上半年')]).toEqual(
    Array(3).fill('2026年下半年'),
  );
  vi.setSystemTime(new Date(2027, 0, 4, 12));
  expect(phaseOf(keptHead(first).phase)).toBe('2027年上半年');
  expect(phaseOf('2026年三季度')).toBe('2026年三季度');
});

type Tree = { [key: string]: Tree | string };
const read = (language: string) => parse(readFileSync(`locales/${language}.yml`, 'utf8')) as Tree;
const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );

test('every sentence of the forms is there in both languages', () => {
  const [chinese, english] = [read('zh_CN'), read('en')];
  for (const section of ['forms', 'rectify'])
    expect(keysOf(english[section] as Tree)).toEqual(keysOf(chinese[section] as Tree));
  const known = new Set(keysOf(chinese));
  const folders = ['forms', 'pain-point-editor', 'pain-point-list'];
  const sources = folders.flatMap((folder) =>
    readdirSync(`components/${folder}`).map((name) => readFileSync(`components/${folder}/${name}`, 'utf8')),
  );
  const named = sources.flatMap((code) =>
    [...code.matchAll(/'((?:forms|rectify)\.[A-Za-z.]+)'/g)].map(([, key]) => key),
  );
  const made = [
    ...formKinds.map((kind) => keyOf('forms.kinds', kind)),
    ...formFormats.map((format) => `forms.save.${format}`),
    ...missingFields.map((field) => `forms.missing.fields.${field}`),
    ...['form', 'session', 'problem', 'person', 'paper'].map((of) => `forms.missing.${of}`),
    ...disposals.map((disposal) => keyOf('rectify.disposals', disposal)),
  ];
  const groups = ['forms.kinds', 'rectify.disposals'];
  expect([...named, ...made].filter((key) => key && !known.has(key) && !groups.includes(key))).toEqual([]);
});
