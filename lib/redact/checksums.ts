const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an 18-digit resident ID (GB 11643, ISO 7064 MOD 11-2). */
export function hasResidentIdChecksum(id: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return id.length === 18 && '10X98765432'[sum % 11] === id[17]?.toUpperCase();
}

const USCC_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Check character of an 18-character unified social credit code (GB 32100-2015, weights 3^i mod 31). */
export function hasCreditCodeChecksum(code: string): boolean {
  let weight = 1;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    sum += USCC_CHARS.indexOf(code[i]?.toUpperCase() ?? '') * weight;
    weight = (weight * 3) % 31;
  }
  return code.length === 18 && USCC_CHARS[(31 - (sum % 31)) % 31] === code[17]?.toUpperCase();
}

/** Luhn check of a card number. */
export function hasLuhnChecksum(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
