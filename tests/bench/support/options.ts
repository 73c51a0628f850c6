import { parseArgs } from 'node:util';
import type { Clock } from './read-trace.ts';

export type BenchOptions = {
  /** Repetitions of every variant, at least 1; 5 unless told. */
  reps: number;
  /** Minutes of a soak; 3 unless told. */
  minutes: number;
  /** Scenarios to run, all unless told. */
  only: string[];
  /** Variants to run, all unless told. */
  variants: string[];
  /** What times mean: the thread's own processor time unless told `wall`, the time that passed. */
  clock: Clock;
  /** Takes the extension as it was built before. */
  built: boolean;
  /** What stood behind the name, for a bench with options of its own. */
  rest: string[];
};

const listed = (text: string | undefined) => (text ? text.split(',').filter(Boolean) : []);

/** Reads what stands behind the bench's name; throws on a number that is none. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      reps: { type: 'string' },
      minutes: { type: 'string' },
      only: { type: 'string' },
      variants: { type: 'string' },
      clock: { type: 'string' },
      built: { type: 'boolean' },
    },
  });
  const number = (name: 'reps' | 'minutes', otherwise: number) => {
    const told = values[name];
    if (told === undefined) return otherwise;
    const value = Number(told);
    if (!(value > 0)) throw new Error(`--${name} wants a number above 0, not ${String(told)}`);
    return value;
  };
  if (!['cpu', 'wall', undefined].includes(values.clock as string | undefined))
    throw new Error(`--clock is cpu or wall, not ${String(values.clock)}`);
  return {
    reps: Math.max(1, Math.round(number('reps', 5))),
    minutes: number('minutes', 3),
    only: listed(values.only as string | undefined),
    variants: listed(values.variants as string | undefined),
    clock: values.clock === 'wall' ? 'wall' : 'cpu',
    built: values.built === true,
    rest: args,
  };
}
