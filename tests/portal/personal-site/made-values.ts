/**
 * Invented personal values, none of which belongs to anybody: the region of an identity number begins with 99, which is
 * nobody's; domains are reserved ones. The same seed makes the same values in the page and in the test that looks for
 * them.
 */
export function createValueMaker(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
  const from = (letters: string) => letters[Math.floor(next() * letters.length)] ?? '';
  const two = (most: number) => String(1 + Math.floor(next() * most)).padStart(2, '0');
  let people = 0;

  return {
    residentId(): string {
      const head = `99${digits(4)}19${30 + Math.floor(next() * 40)}${two(12)}${two(28)}${digits(3)}`;
      return head + checkOf(head);
    },
    /** Fifteen digits; county 9998 of a region is nobody's. */
    oldResidentId: () => `659998${30 + Math.floor(next() * 40)}${two(12)}${two(28)}${digits(3)}`,
    token: () => Array.from({ length: 22 }, () => from('abcdefghjkmnpqrstuvwxyz')).join(''),
    bearer: () => Array.from({ length: 28 }, () => from('abcdefghjkmnp23456789')).join(''),
    mobile: () => `1${from('3578')}${digits(9)}`,
    landline: () => `0${4 + Math.floor(next() * 5)}${digits(2)}-8${digits(6)}`,
    bankCard(): string {
      const head = `62${digits(16)}`;
      return head + luhnOf(head);
    },
    email: () => `u${digits(7)}@example.org`,
    plate: () => `云${from('ABCDEF')}${digits(5)}`,
    socialSecurity: () => `99${digits(10)}`,
    code: () => digits(6),
    birthDate: () => `19${30 + Math.floor(next() * 40)}年${two(9)}月${two(28)}日`,
    passport: () => `E${digits(8)}`,
    certificate: () => `0${digits(7)}`,
    /** An individual business (92) of a region that is nobody's. */
    creditCode: () =>
      `9299${digits(4)}MA${digits(1)}${from('KLMNP')}${from('KLMNP')}${digits(2)}${from('KLMNP')}${digits(1)}X`,
    /** No two alike, and none that Chinese text holds by accident. */
    name(): string {
      people += 1;
      return `${from('赵钱孙李周吴郑王冯陈')}${from('懿彧翀翊昶晟旻煊')}${'甪朤毓珩琮璟瓒彣翙骞骥鹮'[people % 12] ?? ''}`;
    },
    /** Of a family that is in no list, as of many peoples. */
    unlistedName: () => `禤${from('懿彧翀翊昶晟旻煊')}${from('珩琮璟瓒彣翙')}`,
    address: () =>
      `青溪市临江区${from('鹿鹤鹭雁鹊')}${from('鸣栖衔归')}${from('巷弄')}${two(89)}号${two(30)}幢${two(20)}室`,
  };
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkOf = (head: string) =>
  '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(head[at]), 0) % 11] ?? '';

function luhnOf(head: string): string {
  const sum = [...head].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
