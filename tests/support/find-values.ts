import type { Planted } from '../portal/personal-site/planted.ts';

export type Hit = { surface: string; rule: string; as: string; where: string; around: string };

/** So many digits of a value in a row are already too many. */
const runLength = 6;

/** Finds planted values in bytes: each whole, in every spelling files use, and any six digits of it in a row. */
export function createValueFinder(values: readonly Planted[]) {
  const needles = values.flatMap((each) =>
    spellings(each.value).map(({ as, bytes }) => ({ ...each, as, bytes })),
  );
  const runs = new Map<string, Planted>();
  for (const each of values)
    for (const digits of each.value.match(/\d{6,}/g) ?? [])
      for (let at = 0; at + runLength <= digits.length; at += 1)
        runs.set(digits.slice(at, at + runLength), each);

  return function findIn(where: string, bytes: Buffer): Hit[] {
    const hits: Hit[] = [];
    for (const { surface, rule, as, bytes: needle } of needles) {
      let at = bytes.indexOf(needle);
      while (at >= 0 && isInMoment(bytes, at)) at = bytes.indexOf(needle, at + 1);
      if (at >= 0) hits.push({ surface, rule, as: `whole, ${as}`, where, around: around(bytes, at) });
    }
    const narrow = bytes.toString('latin1');
    // Every second byte of both alignments: UTF-16 digits stand side by side there.
    const wide = [0, 1].map((odd) => every2nd(bytes, odd));
    for (const [as, text] of [
      ['as text', narrow] as const,
      ...wide.map((each) => ['as UTF-16', each] as const),
    ])
      for (const { digits, index } of numbersIn(text, as === 'as UTF-16'))
        for (let at = 0; at + runLength <= digits.length; at += 1) {
          const run = digits.slice(at, at + runLength);
          const value = runs.get(run);
          if (value)
            hits.push({
              surface: value.surface,
              rule: value.rule,
              as: `${run} ${as}`,
              where,
              around: JSON.stringify(text.slice(Math.max(0, index - 60), index + 60)),
            });
        }
    return hits;
  };
}

/** Whether a place lies in a moment in milliseconds, which is any six digits once in a quarter of an hour. */
function isInMoment(bytes: Buffer, at: number): boolean {
  const around = bytes.toString('latin1', Math.max(0, at - 13), at + 13);
  const middle = Math.min(at, 13);
  const before = /\d*$/.exec(around.slice(0, middle))?.[0] ?? '';
  const after = /^\d*/.exec(around.slice(middle))?.[0] ?? '';
  return after !== '' && /^1[78]\d{11}$/.test(before + after);
}

/** The browser's own files set a length before it, and what comes next behind it, which may look like letters, as a zip's directory does and the kind of a key in the collector's tables. */
const hash = /^[0-9A-Za-z]?[0-9a-fA-F]{24,}(?:[0-9A-Za-z]|PK|ECDSA)?$/;
/** The end of one, see below. */
const endOfHash = /^(?=(?:.*[a-f]){3})[0-9a-f]{16,}$/;
/** Ids that recorders give their rows: ten bytes, each as two letters of base 36. */
const rowId = /^(?=.*[a-z].*[a-z])(?:[0-7][0-9a-z]){10}$/;
/** The end of one: in the browser's tables of keys, which are UTF-16, a key leaves out what it begins with like the one before. */
const endOfRowId = /^(?=.*[a-z].*[a-z])[0-9a-z]{6,19}$/;
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/**
 * Runs of digits that somebody may have written. Not those of hashes and of moments in milliseconds: among thousands of
 * them any six digits stand somewhere by accident.
 */
function numbersIn(written: string, isWide: boolean): { digits: string; index: number }[] {
  const found: { digits: string; index: number }[] = [];
  const text = written.replace(uuid, (id) => '-'.repeat(id.length));
  for (const match of text.matchAll(/[0-9A-Za-z]*\d{6}[0-9A-Za-z]*/g)) {
    const [token] = match;
    if (hash.test(token) || rowId.test(token) || /^1[78]\d{11}$/.test(token)) continue;
    if (isWide && (endOfRowId.test(token) || endOfHash.test(token))) continue;
    // The browser's numbers for its tabs are as long as it likes, as are its alarms' grains.
    const before = text.slice(Math.max(0, match.index - 18), match.index);
    if (/\d\.$|"tab":$|"tabs":\[$|Tab":$|granularity\W{1,6}$/.test(before)) continue;
    for (const digits of token.matchAll(/\d{6,}/g))
      found.push({ digits: digits[0], index: match.index + digits.index });
  }
  return found;
}

function every2nd(bytes: Buffer, odd: number): string {
  const half = Buffer.alloc(Math.max(0, Math.floor((bytes.length - odd) / 2)));
  for (let at = 0; at < half.length; at += 1) {
    // A digit counts only when its other byte is zero.
    const low = bytes[odd + 2 * at] ?? 0;
    half[at] = bytes[odd + 2 * at + 1] === 0 ? low : 0;
  }
  return half.toString('latin1');
}

function spellings(value: string): { as: string; bytes: Buffer }[] {
  const escaped = [...value]
    .map((letter) =>
      letter.charCodeAt(0) < 128 ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .join('');
  const all = [
    { as: 'UTF-8', bytes: Buffer.from(value) },
    { as: 'UTF-16', bytes: Buffer.from(value, 'utf16le') },
    { as: 'UTF-16 big-endian', bytes: Buffer.from(value, 'utf16le').swap16() },
    { as: 'percent-encoded', bytes: Buffer.from(encodeURIComponent(value)) },
    { as: 'escaped', bytes: Buffer.from(escaped) },
    {
      as: 'escaped capitals',
      bytes: Buffer.from(escaped.replace(/[0-9a-f]{4}/g, (hex) => hex.toUpperCase())),
    },
    {
      as: 'base64',
      bytes: Buffer.from(
        Buffer.from(value)
          .toString('base64')
          .replace(/.{0,3}=*$/, ''),
      ),
    },
  ];
  const seen = new Set<string>();
  return all.filter(({ bytes }) => {
    const key = bytes.toString('hex');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const around = (bytes: Buffer, at: number) =>
  JSON.stringify(bytes.subarray(Math.max(0, at - 60), at + 60).toString('utf8'));
