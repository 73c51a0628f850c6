export type Match = { kind: string; start: number; end: number };
/** lib/redact's own look at a text: what it would still mask there. */
export type Scanner = (text: string) => Match[];
/** The same look at the events of one chunk, one after another: lines over their elements, values beside labels. */
export type EventScanner = (event: { type: number }) => (Match & { text: string })[];

/** Texts up to this long are remembered; the same labels come again in every snapshot. */
const longestKept = 400;
const mostKept = 50_000;
const encoded = /%[0-9a-f]{2}/i;

/**
 * Looks for personal data with a scanner and remembers what it found. An address counts by what is said in it, part
 * by part and decoded: that a parameter has a value is not personal by itself.
 */
export function createTextFinder(scan: Scanner): (text: string) => readonly Match[] {
  const known = new Map<string, readonly Match[]>();
  return function find(text) {
    if (text.length < 2) return [];
    const before = known.get(text);
    if (before) return before;
    const plain = scan(text).filter(
      ({ kind, start, end }) => kind !== 'url' && !isMaskedAlready(text.slice(start, end)),
    );
    const inAddresses = findInAddresses(text, scan).filter(
      ({ start, end }) => !plain.some((each) => each.start < end && each.end > start),
    );
    const found = [...plain, ...inAddresses];
    if (text.length <= longestKept) {
      if (known.size >= mostKept) known.clear();
      known.set(text, found);
    }
    return found;
  };
}

/** Parameters whose values were taken out (`_#owner=_`): a label before them still reads as one of a value. */
const isMaskedAlready = (match: string) => /^_(?:[&#;][\w.%-]*(?:=_?)?)*$/.test(match);

/** The parts between an address's separators, as they stand or decoded. */
function findInAddresses(text: string, scan: Scanner): Match[] {
  const isAddress = text.includes('://');
  if (!isAddress && !encoded.test(text)) return [];
  const found: Match[] = [];
  for (const { 0: part, index } of text.matchAll(/[^/?&=#;\s"'()<>]{2,}/g)) {
    if (!isAddress && !encoded.test(part)) continue;
    const [first] = scan(decode(part)).filter(({ kind }) => kind !== 'url');
    if (first) found.push({ kind: first.kind, start: index, end: index + part.length });
  }
  return found;
}

function decode(part: string): string {
  try {
    const once = decodeURIComponent(part.replace(/\+/g, ' '));
    return encoded.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return part;
  }
}
