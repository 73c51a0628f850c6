const LONGEST_NAME = 30;
const FREE = new Set(['address', 'password']);

/** True when a value can be what its label says: numbers need digits, names are short. */
export function fitsKind(kind: string, value: string): boolean {
  if (kind === 'name') return value.length <= LONGEST_NAME && !/[。;]/.test(value);
  if (FREE.has(kind)) return true;
  if (kind === 'account' || kind === 'one-time-code') return /[0-9A-Za-z]{3}/.test(value);
  if (kind === 'token') return /^[!-~]{6,}$/.test(value);
  if (kind === 'email') return value.includes('@');
  const digits = value.replace(/\D/g, '').length;
  return digits >= (kind === 'birth-date' ? 4 : 5);
}
