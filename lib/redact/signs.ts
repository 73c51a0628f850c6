import { plainCode } from './normalise.ts';

/** What of a text rules ask for before they search. A rule names all that begins or makes up what it finds. */
export const sign = {
  /** Something that reads as another character: full-width forms, odd spaces. */
  odd: 1,
  at: 2,
  colon: 4,
  equals: 8,
  slash: 16,
  /** 〔 of a tag. */
  tag: 32,
  /** `*` and what else hides a value. */
  star: 64,
  /** First letters of tokens and of the words before them. */
  token: 128,
  greeting: 256,
  name: 512,
  /** Last letters of labels that need no colon. */
  label: 1024,
  /** Last letters of documents' names, brackets behind a number. */
  document: 2048,
  certificate: 4096,
  born: 8192,
  code: 16384,
  home: 32768,
  province: 65536,
  /** Ten digits and more that may be one number. */
  longNumber: 131072,
  /** A key may stand before a value: `=` or `:`, and letters. */
  keyed: 262144,
} as const;

const DIGITS_AT = 19;
const RUN_AT = 24;
/** No rule asks for more digits. */
const ENOUGH_DIGITS = 16;
const LONG_NUMBER = 10;
/** What may stand between two digits of one number; so many of it at most. */
const LONGEST_GAP = 2;

const LETTERS: [letters: string, of: number][] = [
  ['@', sign.at],
  [':', sign.colon],
  ['=', sign.equals],
  ['/', sign.slash],
  ['〔', sign.tag],
  ['*•●', sign.star],
  ['JBT', sign.token],
  ['您你迎敬好前户H', sign.greeting],
  ['姓', sign.name],
  ['号码户卡证令名信话', sign.label],
  ['证照(', sign.document],
  ['权产', sign.certificate],
  ['生', sign.born],
  ['码', sign.code],
  ['室房户幢栋座楼元组队社', sign.home],
  ['京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼', sign.province],
];

let table: Map<number, number> | undefined;

function makeTable(): Map<number, number> {
  const made = new Map<number, number>();
  for (const [letters, of] of LETTERS)
    for (let i = 0; i < letters.length; i += 1) {
      const code = letters.charCodeAt(i);
      made.set(code, (made.get(code) ?? 0) | of);
    }
  return made;
}

/**
 * The signs of a text as it reads normalised, in one pass over it; with them the number of its digits and of those that
 * may be one number, up to `ENOUGH_DIGITS`. Without `sign.odd` it is normalised as it stands.
 */
export function signsOf(text: string): number {
  table ??= makeTable();
  let signs = 0;
  let digits = 0;
  let run = 0;
  let longest = 0;
  let gap = 0;
  let hasLetters = false;
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code >= 0xa0 && (code <= 0x3000 || code >= 0xfe63)) {
      const plain = plainCode(code);
      if (plain !== 0) {
        signs |= sign.odd;
        code = plain;
      }
    }
    if (code >= 48 && code <= 57) {
      run = gap > LONGEST_GAP ? 1 : run + 1;
      gap = 0;
      digits += 1;
      if (run > longest) longest = run;
      continue;
    }
    // Space, dash, point, slash, underscore, invisible characters.
    const isGap = (code >= 45 && code <= 47) || code === 32 || code === 95 || code === 0x200b;
    gap = isGap ? gap + 1 : LONGEST_GAP + 1;
    if (code >= 65 && code <= 122) hasLetters = true;
    const own = table.get(code);
    if (own !== undefined) signs |= own;
  }
  if (longest >= LONG_NUMBER) signs |= sign.longNumber;
  if (hasLetters && (signs & (sign.colon | sign.equals)) !== 0) signs |= sign.keyed;
  return (
    signs | (Math.min(digits, ENOUGH_DIGITS) << DIGITS_AT) | (Math.min(longest, ENOUGH_DIGITS) << RUN_AT)
  );
}

/** How many digits the text has. */
export const digitsOf = (signs: number): number => (signs >> DIGITS_AT) & 31;

/** How many digits that may be one number, the most of any. */
export const runOf = (signs: number): number => (signs >> RUN_AT) & 31;
