import { describe, expect, it } from 'vitest';
import type { Sample } from '../../bench/soak/sample.ts';
import { growth, summariseSoak } from '../../bench/soak/summarise-soak.ts';

const sample = (place: string, minutes: number, pageHeapMB: number): Sample => ({
  place,
  minutes,
  pageHeapMB,
  workerHeapMB: 3,
  nodes: 100,
  listeners: 10,
  databaseMB: minutes * 2,
});

describe('the growth over a soak', () => {
  it('does not take a heavier page for growth', () => {
    const flat = [
      sample('home', 0, 2),
      sample('wizard-3', 1, 20),
      sample('home', 2, 2),
      sample('wizard-3', 3, 20),
    ];
    expect(growth(flat, 'pageHeapMB')).toBeCloseTo(0);
    expect(growth(flat, 'databaseMB')).toBeCloseTo(2);
  });

  it('finds what grows at every place', () => {
    const leak = [
      sample('home', 0, 2),
      sample('wizard-3', 1, 20),
      sample('home', 2, 4),
      sample('wizard-3', 3, 22),
    ];
    expect(growth(leak, 'pageHeapMB')).toBeCloseTo(1);
  });
});

describe('the last line of a soak', () => {
  it('holds the last sample against the first of the same place', () => {
    const samples = [sample('home', 0, 2), sample('wizard-3', 1, 20), sample('home', 2, 3)];
    expect(summariseSoak(samples)).toMatchObject({ minutes: 2, pageHeapMB: [2, 3] });
  });

  it('refuses a soak in which no place came twice', () => {
    expect(() => summariseSoak([sample('home', 0, 2)])).toThrow('too short');
  });
});
