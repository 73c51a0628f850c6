import { describe, expect, it } from 'vitest';
import { items } from './items/items.ts';
import { applicant, employer, relative } from './people.ts';

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const weigh = (digits: number[], weights: number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

function isCreditCode(code: string): boolean {
  const sum = weigh(
    [...code].map((letter) => creditCharacters.indexOf(letter)),
    creditWeights,
  );
  return code.length === 18 && creditCharacters[(31 - (sum % 31)) % 31] === code[17];
}

const isIdNumber = (id: string) => '10X98765432'[weigh([...id].map(Number), idWeights) % 11] === id[17];

function isCardNumber(card: string): boolean {
  const doubled = [...card].toReversed().map((digit, index) => Number(digit) * (index % 2 ? 2 : 1));
  return doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

describe('the invented people', () => {
  it('have ID and card numbers that pass their checksums', () => {
    for (const { idNumber, bankCard } of [applicant, relative]) {
      expect(isIdNumber(idNumber), idNumber).toBe(true);
      expect(isCardNumber(bankCard), bankCard).toBe(true);
    }
  });

  it('live in a region that does not exist', () => {
    for (const { idNumber } of [applicant, relative]) expect(idNumber.startsWith('99')).toBe(true);
  });

  it('work for and deal with organisations whose credit codes pass theirs', () => {
    for (const code of [employer.creditCode, ...items.map((item) => item.code.slice(0, 18))]) {
      expect(isCreditCode(code), code).toBe(true);
    }
  });
});
