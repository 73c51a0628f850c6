import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { keyOf } from '../../../components/format/key-of.ts';
import { deltaText, isBetter, quantityText } from '../../../components/guide/reduction-text.ts';
import { painPointOf } from '../../../components/suggestions/accept-suggestion.ts';
import { reasonText } from '../../../components/suggestions/reason-text.ts';
import { aimSources, aimStates } from '../../../lib/model/aim.ts';
import { guideRules } from '../../../lib/model/guide-finding.ts';
import { hintKinds } from '../../../lib/model/hint.ts';
import { PageCheckResult, pageChecks } from '../../../lib/model/page-check.ts';
import { PainPoint } from '../../../lib/model/pain-point.ts';
import { ratingLevels, ratingReasons } from '../../../lib/model/rating.ts';
import { type Reduction, reductionQuantities } from '../../../lib/model/reduction.ts';
import { signalCodes } from '../../../lib/model/signal.ts';
import { Suggestion, verdicts } from '../../../lib/model/suggestion.ts';
import { fakeReport } from '../../support/fake-report.ts';

const text = (key: string, ...values: (string | number)[]) => [key, ...values].join(' ');
const textsOf = (language: string) =>
  parse(readFileSync(new URL(`../../../locales/${language}.yml`, import.meta.url), 'utf8'));

describe.each(['zh_CN', 'en'])('the texts in %s', (language) => {
  const texts = textsOf(language);
  const find = (key: string) =>
    key.split('.').reduce((node: Record<string, unknown> | undefined, part) => node?.[part] as never, texts);
  const missing = (keys: string[]) => keys.filter((key) => typeof find(key) !== 'string');

  test('have a sentence for every suggestion, rule, hint, check and quantity', () => {
    expect(missing(signalCodes.map((code) => `suggest.reason.${code}`))).toEqual([]);
    expect(missing(['open', ...verdicts].map((verdict) => `suggest.verdict.${verdict}`))).toEqual([]);
    expect(missing(guideRules.map((rule) => keyOf('guide.rule', rule)))).toEqual([]);
    expect(
      missing(hintKinds.flatMap((kind) => ['text', 'why'].map((part) => `${keyOf('hints', kind)}.${part}`))),
    ).toEqual([]);
    expect(missing(pageChecks.map((check) => keyOf('checks.kind', check)))).toEqual([]);
    const whys = PageCheckResult.shape.why.unwrap().options.map((why) => keyOf('checks.unseen', why));
    expect(missing(whys)).toEqual([]);
    const quantities = Object.entries(reductionQuantities).flatMap(([kind, list]) => [
      `reductions.kind.${kind}`,
      ...list.map((quantity) => `reductions.quantity.${quantity}`),
    ]);
    expect(missing(quantities)).toEqual([]);
  });

  test('have a word for every state and source of an aim, and for every level and reason of a rating', () => {
    expect(missing(aimStates.map((state) => keyOf('aims.state', state)))).toEqual([]);
    expect(missing(aimSources.slice(1).map((from) => keyOf('aims.from', from)))).toEqual([]);
    expect(missing(ratingLevels.map((level) => keyOf('rating.level', level)))).toEqual([]);
    expect(missing(ratingReasons.map((reason) => keyOf('rating.reason', reason)))).toEqual([]);
  });

  test('word hints as hints: each names an innocent reason', () => {
    for (const kind of hintKinds)
      expect(String(find(`${keyOf('hints', kind)}.why`)).length).toBeGreaterThan(5);
    expect(String(find('checks.informal'))).toMatch(/非正式|Informal/);
  });
});

const suggestion = Suggestion.parse({
  id: 'http_error.a1',
  reason: {
    code: 'http_error',
    subject: 'http://zwfw.example/api/submit',
    count: 2,
    value: 2,
    unit: 'count',
    threshold: 0,
  },
  also: ['error_toast'],
  severity: 'serious',
  checkItems: [{ id: 'list.1', dimensionId: 'list' }],
  kindred: false,
  moments: [{ at: 5000, stepId: 's1' }],
  interval: { from: 1000, to: 9000 },
});

test('a reason is one sentence with its figures, addresses short', () => {
  expect(reasonText(suggestion.reason, text)).toBe('suggest.reason.http_error zwfw.example/api/submit 2 2 0');
  const timed = {
    ...suggestion.reason,
    unit: 'ms' as const,
    value: 3500,
    threshold: 3000,
    subject: '长'.repeat(200),
  };
  expect(reasonText(timed, text).length).toBeLessThan(200);
});

test('an accepted suggestion states nothing in the walker’s name', () => {
  const point = painPointOf(suggestion, fakeReport(), '请求失败 2 次');
  expect(PainPoint.parse(point)).toEqual(point);
  expect(point).toMatchObject({
    at: 5000,
    note: '',
    need: '',
    measure: '',
    severity: 'serious',
    checkItemId: 'list.1',
    stepId: 's1',
    interval: { from: 1000, to: 9000 },
    measured: { suggestionId: 'http_error.a1', sentence: '请求失败 2 次', also: ['error_toast'] },
  });
});

test('differences have their sign, and only of what is filled in by itself is more better', () => {
  expect([deltaText(-2, 'count', text), deltaText(3, 'count', text), deltaText(0, 'count', text)]).toEqual([
    '−2',
    '+3',
    '0',
  ]);
  expect(quantityText(0.25, 'ratio', text)).toBe('25%');
  const row = (quantity: Reduction['quantity'], delta: number | null) =>
    isBetter({ quantity, delta } as Reduction);
  expect([
    row('fields', -1),
    row('fields', 1),
    row('prefilled', 0.2),
    row('fields', 0),
    row('fields', null),
  ]).toEqual([true, false, true, undefined, undefined]);
});
