import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/support/options.ts';
import { formatTable } from '../../bench/support/print-table.ts';
import { chooseVariants } from '../../bench/support/variants.ts';

describe('a table', () => {
  it('keeps its columns under each other, Chinese taking two', () => {
    expect(formatTable(['名', 'ms'], [['ours', '7']]).split('\n')).toEqual([
      '名    ms',
      '----  --',
      'ours   7',
    ]);
  });
});

describe('options', () => {
  it('stand at five repetitions and the own time of threads unless told', () => {
    expect(readOptions([])).toMatchObject({
      reps: 5,
      minutes: 3,
      only: [],
      variants: [],
      clock: 'cpu',
      built: false,
    });
    expect(readOptions(['--reps', '2', '--only', 'walk,storm', '--clock=wall'])).toMatchObject({
      reps: 2,
      only: ['walk', 'storm'],
      clock: 'wall',
    });
  });

  it('that make no sense are refused', () => {
    expect(() => readOptions(['--reps', 'many'])).toThrow('--reps');
    expect(() => readOptions(['--clock', 'sun'])).toThrow('--clock');
    expect(() => chooseVariants(['rweb'])).toThrow('rweb');
  });

  it('always leave nobody among the variants, to hold the others against', () => {
    expect(chooseVariants(['ours'])).toEqual(['none', 'ours']);
  });

  it('have rrweb as an extension among them when it is asked for by name', () => {
    expect(chooseVariants([])).not.toContain('rrwebInExtension');
    expect(chooseVariants(['rrwebInExtension'])).toEqual(['none', 'rrwebInExtension']);
  });
});
