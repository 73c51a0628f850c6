import { kindOfKey } from './label-keys.ts';
import { isItemCode } from './rules/item-code.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const HEX = /(?<![0-9A-Za-z])[0-9a-f]{32,128}(?![0-9A-Za-z])/i;
const LONG_WORD = /[0-9A-Za-z]{22,200}/;
const TURN = /[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])/g;
/** Letters and digits in turn: chance writes so, people and their programs' words do not. */
const FEWEST_TURNS = 5;
/** Files of a programme, whose long names say which build they are of; pictures where a word stands before. */
const OF_THE_BUILD =
  /\.(?:m?js|css|map|woff2?|ttf|otf|eot|wasm)(?::\d+){0,2}$|^[a-z][\w-]{1,40}\.[0-9a-f]{8,32}\.(?:png|jpe?g|gif|svg|webp|ico)$/i;
/** How servers call one page or file: what stands before it is the name. */
export const ENDING = /\.[A-Za-z][A-Za-z0-9]{0,4}(?::\d+){0,2}$/;
const SHORTEST_TOKEN = 8;
const LONG_TOKEN = 20;
/** Fewer signs have none of the shapes above. */
const SHORTEST_SHAPE = 22;

function isChance(word: string): boolean {
  const long = LONG_WORD.exec(word)?.[0];
  return long !== undefined && (long.match(TURN)?.length ?? 0) >= FEWEST_TURNS;
}

/**
 * What of a path segment names one case, file or sign-in and no place of the site: its length from the start, the
 * ending left out; 0 for all other segments. `before` is the segment before it: behind `token` stand tokens.
 */
export function opaqueLength(segment: string, before: string): number {
  if (segment.length < SHORTEST_TOKEN) return 0;
  if (segment.length < SHORTEST_SHAPE) {
    if (segment.length < LONG_TOKEN && !/\d/.test(segment)) return 0;
    if (kindOfKey(before) !== 'token') return 0;
  }
  const hasPoint = segment.includes('.');
  if (hasPoint && OF_THE_BUILD.test(segment)) return 0;
  const length = segment.length - (hasPoint ? (ENDING.exec(segment)?.[0].length ?? 0) : 0);
  const word = segment.slice(0, length);
  if (isItemCode(word)) return 0;
  if (UUID.test(word) || HEX.test(word) || isChance(word)) return length;
  const isToken = kindOfKey(before) === 'token' && /^[\w.~+=-]+$/.test(word);
  return isToken && length >= SHORTEST_TOKEN && (/\d/.test(word) || length >= LONG_TOKEN) ? length : 0;
}
