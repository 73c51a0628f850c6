import type { Path } from '../../model/free-texts.ts';
import type { SessionReport } from '../../model/report.ts';

/** Fields in which a page's address or title stands, on a row the walker wrote. */
const ofThePage = new Set(['url', 'title']);
/** Said by the walker about themselves, on purpose, and printed on the lists; and what is no text at all. */
const notLookedAt = [
  /^session\.walker\./,
  /^session\.programme\./,
  /^session\.item\.code$/,
  /^recorder\./,
  /^edits\./,
  /ersion$/,
  /\.value\.mark$/,
];

/** Parts of a session that the walker typed. */
const ownParts = new Set(['item', 'pauses', 'channel', 'stated', 'aims', 'rating']);

/** False for what is not looked through before a report leaves. */
export function isLookedAt(field: string): boolean {
  return !notLookedAt.some((each) => each.test(field));
}

/** True where the walker's own words stand: they are never masked silently, but what is kept of them is confirmed. */
export function isOwnWords(report: SessionReport, [list, at, ...rest]: Path): boolean {
  const field = String(rest.at(-1) ?? '');
  if (list === 'painPoints') return !ofThePage.has(field) && rest[0] !== 'element';
  if (list === 'steps') return field === 'name' && (report.steps[Number(at)]?.edited ?? false);
  if (list === 'screenshots') return field === 'caption';
  return list === 'session' && ownParts.has(String(at));
}
