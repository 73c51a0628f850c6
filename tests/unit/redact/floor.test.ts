import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor, floorRules, settingOf, tightenPolicy } from '../../../lib/redact/index.ts';
import { createFaultyRedactor } from '../../../lib/redact/with-faults.ts';
import { knownAnswers } from '../../support/redaction-known-answers.ts';

describe('every floor rule', () => {
  test('has a known answer of its own', () => {
    expect([...new Set(knownAnswers.map(({ rule }) => rule))].sort()).toEqual([...floorRules].sort());
  });

  test.each(knownAnswers)('$rule keeps $secret back', ({ of, secret }) => {
    expect(of(createRedactor())).not.toContain(secret);
  });

  test.each(knownAnswers)('without $rule the secret $secret is read', ({ rule, of, secret }) => {
    expect(of(createFaultyRedactor([rule]))).toContain(secret);
  });
});

describe('a policy', () => {
  const anything = fc.oneof(fc.boolean(), fc.anything());
  const policies = fc.record(
    {
      caseNumbers: anything,
      officePhones: anything,
      loneNames: anything,
      labels: fc.oneof(fc.dictionary(fc.string(), fc.string()), fc.anything()),
      terms: fc.oneof(fc.array(fc.string()), fc.anything()),
      rules: fc.constant([]),
      off: fc.constant([...floorRules]),
      without: fc.constant([...floorRules]),
    },
    { requiredKeys: [] },
  );

  test('of whatever values leaves every floor rule on', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const { textRules, off } = settingOf(policy as never);
        const on = new Set(textRules.map(({ name }) => name));
        expect(off.size).toBe(0);
        for (const { rule, of, secret } of knownAnswers) {
          expect(of(createRedactor({ policy: policy as never })), rule).not.toContain(secret);
        }
        expect([...on]).toEqual(expect.arrayContaining(settingOf().textRules.map(({ name }) => name)));
      }),
      { numRuns: 60 },
    );
  });

  test('that asks for a part of a value, or gives a known label another meaning, hides nothing from the floor', () => {
    const policy = {
      terms: ['00138', '晓禾', 'J9', '路12'],
      labels: { 姓名: 'plate', 手机号: 'email', 现住址: 'nothing' },
      caseNumbers: true,
    };
    for (const { of, secret, rule } of knownAnswers)
      expect(of(createRedactor({ policy })), rule).not.toContain(secret);
    expect(createRedactor({ policy }).redactText('姓名：张晓禾').text).toBe('姓名：〔姓名〕');
    expect(createRedactor({ policy }).redactText('致电13800138000').text).toBe('致电〔手机〕');
  });

  test('cannot be loosened by another', () => {
    const strict = { caseNumbers: true, officePhones: true, loneNames: true, terms: ['桂湖'] };
    expect(tightenPolicy(strict, { caseNumbers: false, officePhones: false, terms: [] })).toMatchObject(
      strict,
    );
    expect(tightenPolicy({}, strict)).toMatchObject(strict);
  });

  test('masks case numbers, telephones of offices, lone names, own labels and terms only where it asks for them', () => {
    const cases: [object, string, string][] = [
      [{ caseNumbers: true }, '办件编号：WH202611220001', '办件编号：〔办件编号〕'],
      [{ caseNumbers: true }, '您的受理号为20261122000123', '您的受理号为〔办件编号〕'],
      [{ officePhones: true }, '咨询电话：0631-5123456，热线12345', '咨询电话：〔座机〕，热线12345'],
      [{ loneNames: true }, ' 张晓禾 ', ' 〔姓名〕 '],
      [{ labels: { 跑腿人: 'name' } }, '跑腿人：张晓禾', '跑腿人：〔姓名〕'],
      [{ terms: ['桂湖二期'] }, '桂湖二期项目', '〔已遮盖〕项目'],
    ];
    for (const [policy, before, after] of cases) {
      expect(createRedactor().redactText(before).text).toBe(before);
      expect(createRedactor({ policy }).redactText(before)).toMatchObject({ text: after });
      expect(createRedactor({ policy }).redactText(after).text).toBe(after);
    }
  });

  test('masks a case number in the cell beside its label', () => {
    const row = {
      type: 2,
      data: {
        node: {
          type: 2,
          id: 1,
          tagName: 'tr',
          attributes: {},
          childNodes: ['受理编号', 'WH202611220001'].map((textContent, i) => ({
            type: 2,
            id: 2 + i,
            tagName: 'td',
            attributes: {},
            childNodes: [{ type: 3, id: 12 + i, textContent }],
          })),
        },
      },
    };
    const strict = createRedactor({ policy: { caseNumbers: true } });
    expect(JSON.stringify(strict.redactEvent(row).event)).not.toContain('20261122');
    expect(JSON.stringify(createRedactor().redactEvent(row).event)).toContain('20261122');
  });
});

describe('tags with a key', () => {
  test('tell values apart, are the same for one value in every writing, and differ between sessions', () => {
    const { redactText, scan } = createRedactor({ tagKey: 'k1' });
    const of = (written: string) => redactText(written).text;
    expect(of('13800138000')).toMatch(/^〔手机·[A-Z]{3}〕$/);
    expect(of('138 0013 8000')).toBe(of('13800138000'));
    expect(createRedactor({ tagKey: 'k1' }).redactText('１３８００１３８０００').text).toBe(
      of('13800138000'),
    );
    for (const written of ['+86 13800138000', '(+86)138-0013-8000', '138.0013.8000', '0086 13800138000'])
      expect(of(written)).toBe(of('13800138000'));
    // A label may call the same number otherwise.
    const id = '11010519491231002X';
    const letters = (tag: string) => /·([A-Z]{3})〕/.exec(tag)?.[1];
    const { redactLabelled } = createRedactor({ tagKey: 'k1' });
    expect(letters(redactLabelled('证件号码', id).text)).toBe(letters(of(id)));
    expect(of('13800138001')).not.toBe(of('13800138000'));
    const elsewhere = Array.from(
      { length: 8 },
      (_, i) => createRedactor({ tagKey: `s${i}` }).redactText('13800138000').text,
    );
    expect(new Set(elsewhere).size).toBeGreaterThan(4);
    expect(scan(of('张三 13800138000'))).toEqual([]);
    expect(of(of('张三 13800138000'))).toBe(of('张三 13800138000'));
  });
});
