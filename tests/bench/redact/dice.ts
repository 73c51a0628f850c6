import { createSeeded } from '../loss/seeded.ts';

/** Throws for a generator: the same seed gives the same corpus. */
export type Dice = {
  /** A whole number from `min` to `max`, both included. */
  number(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  digits(length: number): string;
  /** Characters of an alphabet. */
  signs(alphabet: string, length: number): string;
  chance(share: number): boolean;
};

export function createDice(seed: number): Dice {
  const next = createSeeded(seed);
  const number = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const signs = (alphabet: string, length: number) => {
    let text = '';
    for (let i = 0; i < length; i += 1) text += alphabet[number(0, alphabet.length - 1)];
    return text;
  };
  return {
    number,
    signs,
    pick: (list) => list[number(0, list.length - 1)] as (typeof list)[number],
    digits: (length) => signs('0123456789', length),
    chance: (share) => next() < share,
  };
}

export const two = (value: number): string => String(value).padStart(2, '0');
