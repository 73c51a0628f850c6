import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { signalGroups } from '../../../components/signals/signal-groups.ts';
import {
  evidenceText,
  evidenceWords,
  limitText,
  partsText,
  unseenText,
  valueText,
} from '../../../components/signals/signal-words.ts';
import { vitalText } from '../../../components/signals/vital-text.ts';
import { segmentsOf, totalsOf, waitingParts } from '../../../components/step-timeline/step-segments.ts';
import { signalCodes, unseenReasons } from '../../../lib/model/signal.ts';
import { rateVital, webVitals } from '../../../lib/model/web-vital.ts';

const textsOf = (language: string) =>
  parse(readFileSync(new URL(`../../../locales/${language}.yml`, import.meta.url), 'utf8')).signals;
/** Says the key and its values, so that a test sees which sentence was chosen. */
const text = (key: string, ...values: (string | number)[]) => [key, ...values].join(' ');

it('every signal stands in one group', () => {
  const grouped = Object.values(signalGroups).flat();
  expect([...grouped].sort()).toEqual([...signalCodes].sort());
});

describe.each(['zh_CN', 'en'])('the texts of the signals in %s', (language) => {
  const texts = textsOf(language);
  const camel = (id: string) => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

  it('name and explain every signal, with the figure of its limit', () => {
    for (const code of signalCodes) {
      expect(texts.label[code], code).toBeTruthy();
      expect(texts.about[code]?.length, code).toBeGreaterThan(15);
    }
  });

  it('have a sentence for every group, reason and page figure', () => {
    expect(Object.keys(signalGroups).filter((group) => !texts.group[group])).toEqual([]);
    expect(unseenReasons.filter((why) => !texts.unseen[camel(why)] || !texts.partly[camel(why)])).toEqual([]);
    expect(webVitals.filter((vital) => !texts.vitals[vital])).toEqual([]);
    expect(evidenceWords.filter((word) => !texts.word[camel(word)])).toEqual([]);
  });
});

describe('what is said of a value', () => {
  const value = (more: object) => valueText({ value: 3, unit: 'count', ...more }, text);

  it('unobserved is said, and never a zero', () => {
    expect(value({ value: null, unseen: 'metrics-only' })).toBe('signals.unobserved');
    expect(value({ value: 0 })).toBe('0');
    expect(unseenText({ value: null, unseen: 'metrics-only' }, text)).toBe('signals.unseen.metricsOnly');
  });

  it('a count seen in part is the least it can be; nothing seen in part stays zero with its reason', () => {
    expect(value({ unseen: 'identity-host' })).toBe('signals.atLeast 3');
    expect(value({ value: 0, unseen: 'identity-host' })).toBe('0');
    expect(unseenText({ value: 0, unseen: 'identity-host' }, text)).toBe('signals.partly.identityHost');
    expect(unseenText({ value: 0 }, text)).toBeUndefined();
  });

  it('limits carry the unit and the side, or there is none', () => {
    const limit = { threshold: 0.25, unit: 'ratio', side: 'below' } as const;
    expect(limitText(limit, text)).toBe('signals.limit.below 25%');
    expect(limitText({ threshold: 3000, unit: 'ms', side: 'above' }, text)).toBe(
      'signals.limit.above format.seconds 3',
    );
    expect(limitText({ threshold: null, unit: 'count', side: 'above' }, text)).toBeUndefined();
  });

  it('evidence is said for people: kinds in words, addresses short, the rest as it stands', () => {
    expect(evidenceText('captcha failed', text)).toBe('signals.word.captcha signals.word.failed');
    expect(evidenceText('2 → https://a.example/my?x=1', text)).toBe('2 → a.example/my');
    expect(evidenceText('手机号码 → 联系手机', text)).toBe('手机号码 → 联系手机');
    expect(evidenceText('', text)).toBe('');
  });

  it('parts follow the value', () => {
    expect(partsText({ parts: { required: 2, optional: 1 } }, text)).toBe(
      'signals.part.required 2 · signals.part.optional 1',
    );
    expect(partsText({}, text)).toBe('');
  });
});

describe('the figures of a page', () => {
  it('are good up to the first limit, poor beyond the second, and nothing where not measured', () => {
    const lcp = [2500, 2501, 4000, 4001].map((each) => rateVital({ lcp: each }, 'lcp'));
    expect(lcp).toEqual(['good', 'middling', 'middling', 'poor']);
    expect(rateVital({ cls: 0.1 }, 'cls')).toBe('good');
    expect(rateVital({ lcp: 1 }, 'inp')).toBeUndefined();
  });

  it('are written as the web-vitals tools do', () => {
    expect([vitalText('lcp', 480.4), vitalText('lcp', 2530), vitalText('cls', 0.1)]).toEqual([
      '480 ms',
      '2.5 s',
      '0.10',
    ]);
  });
});

describe('a step’s waiting', () => {
  const times = { wall: 10_000, active: 2000, waiting: 6000, idle: 2000, paused: 0 };
  const split = { ...times, waitingFor: { pageLoad: 1000, requests: 0, verification: 5000 } };

  it('is shown by what it was for, in place of the whole', () => {
    expect(segmentsOf({ identity: false, times: split })).toEqual([
      { kind: 'active', ms: 2000 },
      { kind: 'pageLoad', ms: 1000 },
      { kind: 'verification', ms: 5000 },
      { kind: 'idle', ms: 2000 },
    ]);
    expect(waitingParts({ identity: false, times: split }).map((part) => part.kind)).toEqual([
      'pageLoad',
      'verification',
    ]);
  });

  it('stays whole in older reports; at identity hosts the waits are all that was observed', () => {
    expect(segmentsOf({ identity: false, times })).toContainEqual({ kind: 'waiting', ms: 6000 });
    expect(waitingParts({ identity: false, times })).toEqual([]);
    expect(segmentsOf({ identity: true, times: split })).toEqual([
      { kind: 'pageLoad', ms: 1000 },
      { kind: 'verification', ms: 5000 },
      { kind: 'unobserved', ms: 4000 },
    ]);
  });

  it('adds up over steps of both kinds', () => {
    const totals = totalsOf([
      { identity: false, times },
      { identity: false, times: split },
    ]);
    expect(totals.reduce((sum, part) => sum + part.ms, 0)).toBe(20_000);
  });
});
