import { expect, test } from 'vitest';
import { normalise } from '../../../lib/redact/normalise.ts';
import { settingOf } from '../../../lib/redact/setting.ts';
import { digitsOf, runOf, sign, signsOf } from '../../../lib/redact/signs.ts';
import { plantedValues, serviceLines } from '../../bench/redact/corpus.ts';
import { createDice } from '../../bench/redact/dice.ts';

test('no rule that masks finds anything in a text without the signs it asks for', () => {
  const { textRules } = settingOf({ caseNumbers: true, officePhones: true });
  const masking = textRules.filter((rule) => !rule.protects);
  const dice = createDice(3);
  const texts = serviceLines(dice, 1500).map(({ line }) => line);
  for (const { value, label, format } of plantedValues(dice, 4000)) {
    texts.push(value, `${label}：${value}`, `${label} ${value}（必填）`);
    for (const sentence of format.sentences ?? []) texts.push(sentence.replace('{}', () => value));
  }
  const found = new Set<string>();
  for (const text of texts) {
    const signs = signsOf(text);
    for (const rule of masking) {
      if (rule.find(normalise(text), text).length === 0) continue;
      found.add(rule.name);
      const asked = { needs: rule.needs ?? -1, digits: rule.needsDigits ?? 0, run: rule.needsRun ?? 0 };
      const isAsked =
        (rule.needs === undefined || (signs & asked.needs) !== 0) &&
        digitsOf(signs) >= asked.digits &&
        runOf(signs) >= asked.run;
      expect(isAsked ? '' : `${rule.name}: ${text}`).toBe('');
    }
  }
  expect([...found]).toEqual(expect.arrayContaining(['mobile', 'resident-id', 'bank-card', 'keyed-value']));
});

test('signs are those of the normalised text, and say whether it differs', () => {
  for (const text of ['电话：１３８ 0013－8000', 'ａ＝１', '王\u200b五', '〔手机〕', '共 12 条']) {
    const normal = normalise(text);
    expect(signsOf(text) & ~sign.odd).toBe(signsOf(normal) & ~sign.odd);
    expect((signsOf(text) & sign.odd) !== 0 || normal === text).toBe(true);
  }
  expect(runOf(signsOf('138-0013 8000'))).toBe(11);
  expect(runOf(signsOf('2026-11-29，10:30'))).toBe(8);
});
