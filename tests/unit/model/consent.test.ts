import { describe, expect, it } from 'vitest';
import { Consent, ConsentRequest, metricsStretches } from '../../../lib/model/consent.ts';
import { MaskingPolicy, policyOf, privacyAtStart } from '../../../lib/model/masking-policy.ts';

const change = (from: number, privacy: 'full' | 'metrics') => ({ from, privacy });
const walk = { startedAt: 0, privacy: 'full' as const };

describe('the stretches of a walk kept by metrics alone', () => {
  it('are all of it, or none, when nothing changed', () => {
    expect(metricsStretches({ ...walk, privacy: 'metrics' }, 100)).toEqual([{ from: 0, to: 100 }]);
    expect(metricsStretches(walk, 100)).toEqual([]);
  });

  it('lie before consent and after it was withdrawn', () => {
    const privacyChanges = [change(0, 'metrics'), change(40, 'full'), change(70, 'metrics')];
    expect(metricsStretches({ ...walk, privacyChanges }, 100)).toEqual([
      { from: 0, to: 40 },
      { from: 70, to: 100 },
    ]);
  });

  it('join over a stretch that was erased', () => {
    const privacyChanges = [change(0, 'metrics'), change(40, 'full'), change(70, 'metrics')];
    const consents = [
      { at: 40, notice: '1', how: 'spoken', sensitive: true, withdrawnAt: 70, erased: true } as const,
    ];
    expect(metricsStretches({ ...walk, privacyChanges, consents }, 100)).toEqual([{ from: 0, to: 100 }]);
  });
});

describe('a consent', () => {
  it('without the separate one for sensitive data is none', () => {
    expect(ConsentRequest.safeParse({ notice: '1', how: 'spoken', sensitive: false }).success).toBe(false);
  });

  it('has no room for a name', () => {
    const parsed = Consent.parse({ at: 1, notice: '1', how: 'paper', sensitive: true, name: '张三' });
    expect(Object.keys(parsed)).not.toContain('name');
  });
});

describe('a masking policy', () => {
  it('can make a mode quieter, never louder', () => {
    const metrics = { mode: 'track', defaultPrivacy: 'metrics' } as const;
    const full = { mode: 'self', defaultPrivacy: 'full' } as const;
    expect(privacyAtStart('track', [metrics], { metricsModes: [] })).toBe('metrics');
    expect(privacyAtStart('self', [full], { metricsModes: ['self'] })).toBe('metrics');
    expect(privacyAtStart('self', [full], { metricsModes: ['accompany'] })).toBe('full');
  });

  it('is metrics beside an accompanied person, also where a pack says nothing of it or says full', () => {
    const loose = { mode: 'accompany', defaultPrivacy: 'full' } as const;
    expect(privacyAtStart('accompany', [loose], { metricsModes: [] })).toBe('metrics');
    expect(privacyAtStart('accompany', [], { metricsModes: [] })).toBe('metrics');
  });

  it('has no field that takes a rule of the floor away', () => {
    const asked = { redaction: { mobile: 'keep', without: ['mobile'], caseNumbers: true }, off: ['name'] };
    const policy = MaskingPolicy.parse(asked);
    expect(policy.redaction).toEqual({
      caseNumbers: true,
      officePhones: false,
      loneNames: false,
      labels: {},
      terms: [],
    });
    expect(Object.keys(policy)).not.toContain('off');
  });

  it('is told in the report by programme and version', () => {
    expect(policyOf({ id: 'p', version: '1.2.0', masking: MaskingPolicy.parse({}) }).source).toBe('p@1.2.0');
    expect(policyOf({ id: 'p', version: '1.2.0' }).source).toBe('builtin');
  });
});
