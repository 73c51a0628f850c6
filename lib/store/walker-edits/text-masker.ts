/** What stands in the place of a text the walker masked everywhere. */
export const walkerTag = '〔已遮盖〕';
/** For the rare text that is part of that tag itself. */
const otherTag = '〔＊＊〕';
/** Names of frozen assets are not text: a replay that lost them would lose its pictures. */
const assetName = 'zyb-asset:(?:[0-9a-f]{64}|\\d{1,9})';
/** Shorter texts would be found in everything. */
export const shortestText = 2;
export const longestText = 200;

export type TextMasker = {
  /** The text with every occurrence replaced, and how many there were. */
  mask(text: string): { text: string; count: number };
  /** Where it occurs, in the order of the text. */
  find(text: string): { start: number; end: number }[];
  tag: string;
};

/**
 * Finds one text in all the ways it may be spelled: upper and lower case, full and half width, blanks between its
 * letters, percent-encoded once or twice, as HTML, CSS or script escapes. Throws 'text-short' and 'text-long'.
 */
export function createTextMasker(wanted: string): TextMasker {
  const letters = [...wanted.normalize('NFKC').trim().replace(/\s+/g, ' ')];
  if (letters.length < shortestText) throw new Error('text-short');
  if (letters.length > longestText) throw new Error('text-long');
  const body = letters.map((letter, at) => spellingsOf(letter) + gapAfter(letter, letters[at + 1])).join('');
  const pattern = new RegExp(`(?<asset>${assetName})|${body}`, 'giu');
  const tag = new RegExp(body, 'iu').test(walkerTag) ? otherTag : walkerTag;
  return {
    tag,
    mask(text) {
      let count = 0;
      const masked = text.replace(pattern, (found, ...rest: unknown[]) => {
        if ((rest.at(-1) as { asset?: string }).asset !== undefined) return found;
        count += 1;
        return tag;
      });
      return { text: count ? masked : text, count };
    },
    find: (text) =>
      [...text.matchAll(pattern)]
        .filter((match) => match.groups?.asset === undefined)
        .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  };
}

/** Up to two blanks may stand between two Han letters, as forms space out short names. */
function gapAfter(letter: string, next: string | undefined): string {
  return next && /\p{Script=Han}/u.test(letter) && /\p{Script=Han}/u.test(next) ? '[\\s\\u200b]{0,2}' : '';
}

function spellingsOf(letter: string): string {
  if (letter === ' ') return '(?:\\s+|\\+|%20|&nbsp;)';
  const code = letter.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const bytes = [...new TextEncoder().encode(letter)].map((byte) => byte.toString(16).padStart(2, '0'));
  const spellings = [
    escape(letter),
    // Full-width forms of ASCII.
    ...(code > 0x20 && code < 0x7f ? [String.fromCodePoint(code + 0xfee0)] : []),
    bytes.map((byte) => `%(?:25)?${byte}`).join(''),
    `&#0{0,3}${code};`,
    `&#x0{0,3}${hex};`,
    `\\\\u?\\{?0{0,4}${hex}\\}?(?:\\s(?=[^\\s]))?`,
  ];
  return `(?:${spellings.join('|')})`;
}

const escape = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
