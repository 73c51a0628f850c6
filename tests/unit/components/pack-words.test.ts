import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { programmeTabs } from '../../../components/pack-editor/programme-spec.ts';
import { siteTabs } from '../../../components/pack-editor/site-spec.ts';
import type { FieldSpec } from '../../../components/pack-editor/spec.ts';
import { fieldWords, namedFields, problemWords } from '../../../components/pack-problem/problem-words.ts';
import { catalogueFields } from '../../../lib/model/catalogue-table.ts';

type Tree = { [key: string]: string | Tree };
const locale = parse(readFileSync('locales/zh_CN.yml', 'utf8')) as Tree;
const said = (key: string) =>
  key.split('.').reduce<unknown>((at, part) => (at as Tree | undefined)?.[part], locale);
const unsaid = (group: string, names: Iterable<string>) =>
  [...new Set(names)].filter((name) => typeof said(`${group}.${name}`) !== 'string');
/** The codes a source file can give, found by how it gives them. */
const codesIn = (file: string, pattern: RegExp) =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1] ?? '');
const fieldsOf = (fields: readonly FieldSpec[]): FieldSpec[] =>
  fields.flatMap((field) => [field, ...('fields' in field ? fieldsOf(field.fields) : [])]);
const text = (key: string, ...values: (string | number)[]) =>
  values.reduce<string>(
    (sentence, value, at) => sentence.replaceAll(`$${at + 1}`, String(value)),
    String(said(key)),
  );

describe('every sentence that can be asked for is there', () => {
  it('for the fields of packs', () => {
    expect(unsaid('pack.field', namedFields)).toEqual([]);
    const edited = fieldsOf([...programmeTabs({}), ...siteTabs].flatMap(({ fields }) => fields));
    expect(
      unsaid(
        'pack.field',
        edited.map(({ name }) => name),
      ),
    ).toEqual([]);
    expect(edited.filter(({ name }) => !namedFields.has(name))).toEqual([]);
    expect(
      unsaid(
        'pack.tab',
        [...programmeTabs({}), ...siteTabs].map(({ name }) => name),
      ),
    ).toEqual([]);
  });

  it('for the options of every choice', () => {
    const choices = fieldsOf([...programmeTabs({}), ...siteTabs].flatMap(({ fields }) => fields));
    for (const field of choices) {
      if ((field.kind !== 'choice' && field.kind !== 'choices') || !field.words) continue;
      const keys = field.options.map((each) =>
        each.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      );
      expect([field.name, unsaid(field.words, keys)]).toEqual([field.name, []]);
    }
  });

  it('for the reasons of refusals', () => {
    const codes = [
      ...codesIn('lib/model/describe-issue.ts', /'([a-z]\w+)'(?=[,;)])/g).filter((code) => !/_/.test(code)),
      ...codesIn('lib/model/check-programme.ts', /code: '(\w+)'/g),
      ...codesIn('lib/packs/scan-json.ts', /'(json\w+)'/g),
      ...codesIn('lib/packs/read-pack.ts', /(?:whole\(|code: )'(\w+)'/g),
    ].filter((code) => !['string', 'number', 'int', 'array', 'object', 'boolean'].includes(code));
    expect(codes.length).toBeGreaterThan(35);
    expect(unsaid('pack.reason', codes)).toEqual([]);
    const refused = [
      ...codesIn('lib/packs/admit-pack.ts', /code: '(\w+)', values/g),
      ...codesIn('entrypoints/options/pack-desk.ts', /code: '(\w+)'/g),
      ...codesIn('components/options/edit-screen.tsx', /code: '(\w+)'/g),
    ];
    expect(refused.length).toBeGreaterThan(5);
    expect(unsaid('pack.refused', refused)).toEqual([]);
  });

  it('for what a catalogue can be told', () => {
    expect(unsaid('catalogue.field', catalogueFields)).toEqual([]);
    const faults = [
      ...codesIn('lib/catalogue/make-draft.ts', /say\((?:'\w+'|field), '(\w+)'/g),
      ...codesIn('lib/catalogue/make-draft.ts', /code: '(\w+)'/g),
      ...codesIn('lib/catalogue/read-tables.ts', /code: '(\w+)'/g),
    ];
    expect(faults.length).toBeGreaterThan(10);
    expect(unsaid('catalogue.fault', faults)).toEqual([]);
    expect(unsaid('catalogue.refused', codesIn('lib/catalogue/read-tables.ts', /refuse\('(\w+)'/g))).toEqual(
      [],
    );
  });
});

it('a fault is said with line, field and reason', () => {
  expect(fieldWords(text, ['checklists', 2, 'dimensions', 0, 'items', 3, 'text'])).toBe(
    '检查表 3 › 维度 1 › 条目 4 › 文字',
  );
  const fault = { path: ['modes', 0, 'label'], code: 'missing', values: [], line: 12, column: 3 };
  expect(problemWords(text, fault)).toBe('第 12 行，走流程方式 1 › 名称：缺少这一项');
  expect(problemWords(text, { ...fault, path: [], code: 'jsonCommaTooMany' })).toBe(
    '第 12 行第 3 列：最后一条后面多了一个逗号',
  );
});
