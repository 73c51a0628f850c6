import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { evidenceWords } from '../../../../components/signals/signal-words.ts';
import { painPointOf } from '../../../../components/suggestions/accept-suggestion.ts';
import { reasonText } from '../../../../components/suggestions/reason-text.ts';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import { measuredText } from '../../../../lib/export/lists/measured-text.ts';
import { SuggestionReason } from '../../../../lib/model/measured-fact.ts';
import { signalCodes } from '../../../../lib/model/signal.ts';
import { Suggestion } from '../../../../lib/model/suggestion.ts';
import { about, formSource } from '../../../support/form-sources.ts';

/** The screens' text function in one language, read from its locale. */
function textIn(language: 'zh_CN' | 'en') {
  const texts = parse(readFileSync(new URL(`../../../../locales/${language}.yml`, import.meta.url), 'utf8'));
  return (key: string, ...values: (string | number)[]) => {
    const found = key.split('.').reduce((node, part) => node?.[part], texts);
    return String(found).replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
  };
}

const withoutSpaces = (words: string) => words.replaceAll(/\s/g, '');

const reasons = signalCodes.map((code) =>
  SuggestionReason.parse({
    code,
    subject: `“提交”打不开 https://zwfw.example/api/submit?x=1 ${'长'.repeat(80)}`,
    count: 2,
    value: code === 'prefill_ratio' ? 0.25 : 3500,
    unit:
      code === 'prefill_ratio' ? 'ratio' : /time|duration|load|latency|submit/.test(code) ? 'ms' : 'count',
    threshold: code === 'http_error' ? null : 75_000,
  }),
);

it.each(reasons)('the forms say of $code what the Chinese screens say', (reason) => {
  expect(withoutSpaces(measuredText(reason))).toBe(withoutSpaces(reasonText(reason, textIn('zh_CN'))));
});

it.each(evidenceWords)('the recorder’s own word %s is Chinese in a form', (word) => {
  const reason = {
    code: 'js_error' as const,
    subject: word,
    count: 1,
    value: 1,
    unit: 'count' as const,
    threshold: 0,
  };
  expect(withoutSpaces(measuredText(reason))).toBe(withoutSpaces(reasonText(reason, textIn('zh_CN'))));
});

it('a suggestion accepted on English screens stands in 附件4 in Chinese', () => {
  const suggestion = Suggestion.parse({
    id: 'http_error.a1',
    reason: { code: 'http_error', subject: '提交申请', count: 2, value: 2, unit: 'count', threshold: 0 },
    also: [],
    severity: 'serious',
    checkItems: [{ id: 'lnrs2023-4q.tong.01', dimensionId: 'lnrs2023-4q.tong' }],
    kindred: false,
    moments: [{ at: 5000 }],
    interval: { from: 1000, to: 9000 },
  });
  const source = formSource('ws-1', {});
  const point = painPointOf(suggestion, source.report, reasonText(suggestion.reason, textIn('en')));
  expect(point.measured?.sentence).toBe('2 failed requests: 提交申请');
  const { form } = makeForm('three-lists', [formSource('ws-1', {}, [point])], about);
  expect(JSON.stringify(form.blocks)).toContain('请求失败2次：提交申请');
});
