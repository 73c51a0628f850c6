import { findRanges } from './find-ranges.ts';
import { createKeptAnswers } from './kept-answers.ts';
import type { Learner } from './learned-values.ts';
import { ENDING, opaqueLength } from './opaque-segment.ts';
import { replaceRanges } from './replace-ranges.ts';
import { isOff, settingFor } from './setting.ts';
import { lettersOf } from './tags.ts';
import { safeParamsOf, type UrlRules } from './url-params.ts';

const HIDDEN = '_';
const LONGEST_NAME = 60;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const MOST_KEPT = 2000;
/** Longer ones are hardly met twice. */
const LONGEST_KEPT = 2000;

function schemeOf(place: string): string {
  if (place.startsWith('http://')) return 'http:';
  if (place.startsWith('https://')) return 'https:';
  return place[0] === '/' || !place.includes(':') ? '' : (SCHEME.exec(place)?.[0] ?? '');
}

/** An address cut at its marks; any text is one. */
function partsOf(url: string) {
  const hash = url.indexOf('#');
  const fragment = hash < 0 ? '' : url.slice(hash);
  const before = hash < 0 ? url : url.slice(0, hash);
  const mark = before.indexOf('?');
  const query = mark < 0 ? '' : before.slice(mark);
  const place = mark < 0 ? before : before.slice(0, mark);
  const scheme = schemeOf(place);
  const rest = place.slice(scheme.length);
  const end = rest.startsWith('//') ? rest.indexOf('/', 2) : 0;
  const authority = end < 0 ? rest : rest.slice(0, end);
  return { scheme, authority, path: rest.slice(authority.length), query, fragment };
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hasPersonalData(text: string, memory?: Learner): boolean {
  return findRanges(text, settingFor(memory).rules, memory).length > 0;
}

/** What a value says once decoded, also when it was encoded twice or holds a URL of its own. */
function isPersonalValue(value: string, memory?: Learner): boolean {
  const once = decode(value.replace(/\+/g, ' '));
  const plain = once.includes('%') ? decode(once) : once;
  if (hasPersonalData(once, memory) || (plain !== once && hasPersonalData(plain, memory))) return true;
  return /[?#].*=./s.test(plain) && redactUrl(plain, undefined, memory) !== plain;
}

const hideMatrix = (matrix: string): string =>
  matrix
    .split(';')
    .map((param) => `;${param.replace(/=.*$/s, `=${HIDDEN}`)}`)
    .join('');

/**
 * Shape rules on one path segment; the segment keeps its spelling when nothing is found. One that names a case or a
 * sign-in becomes `_` and letters, the same for the same in one session.
 */
function redactSegment(segment: string, before: string, memory?: Learner): string {
  if (segment === '') return '';
  const end = segment.indexOf(';');
  const head = end < 0 ? segment : segment.slice(0, end);
  const params = end < 0 ? '' : hideMatrix(segment.slice(end + 1));
  if (head.startsWith('eyJ') && /^eyJ[\w-]{8,}\./.test(head)) return HIDDEN + params;
  const plain = decode(head);
  const opaque = isOff('url-segment', memory) ? 0 : opaqueLength(plain, before);
  if (opaque > 0)
    return HIDDEN + lettersOf(plain.slice(0, opaque), memory?.tagKey) + plain.slice(opaque) + params;
  const ranges = findRanges(plain, settingFor(memory).rules, memory);
  if (ranges.length === 0) {
    const word = plain.replace(ENDING, '');
    if (memory?.digests?.kindOfWhole(word) === undefined) return head + params;
    return HIDDEN + lettersOf(word, memory.tagKey) + plain.slice(word.length) + params;
  }
  return replaceRanges(plain, ranges, memory?.tagKey) + params;
}

function redactPath(path: string, memory?: Learner): string {
  let result = '';
  let before = '';
  for (let from = 0; from <= path.length; ) {
    const slash = path.indexOf('/', from);
    const segment = path.slice(from, slash < 0 ? path.length : slash);
    result += (from > 0 ? '/' : '') + redactSegment(segment, before, memory);
    before = segment;
    from = slash < 0 ? path.length + 1 : slash + 1;
  }
  return result;
}

function redactQuery(query: string, isSafe: (name: string) => boolean, memory?: Learner): string {
  const pairs = query.split('&').map((pair) => {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    const plain = decode(name);
    const isBareValue = at < 0 && !/^[A-Za-z_][\w.-]{0,19}$/.test(plain) && plain !== '';
    if (isOff('url-parameter', memory)) return pair;
    if (isBareValue || name.length > LONGEST_NAME || /\d{6}/.test(plain) || hasPersonalData(plain, memory)) {
      return at < 0 ? HIDDEN : `${HIDDEN}=${HIDDEN}`;
    }
    if (at < 0 || at === pair.length - 1) return pair;
    const value = pair.slice(at + 1);
    return isSafe(plain) && !isPersonalValue(value, memory) ? pair : `${name}=${HIDDEN}`;
  });
  return pairs.join('&');
}

function redactFragment(
  fragment: string,
  isSafe: (path: string, query: string) => (name: string) => boolean,
  memory?: Learner,
): string {
  const body = fragment.slice(1);
  const at = body.indexOf('?');
  if (at < 0 && body.includes('=')) return `#${redactQuery(body, isSafe('', body), memory)}`;
  if (at < 0) return `#${redactPath(body, memory)}`;
  const query = body.slice(at + 1);
  return `#${redactPath(body.slice(0, at), memory)}?${redactQuery(query, isSafe(`#${body.slice(0, at)}`, query), memory)}`;
}

function redactOther(url: string, scheme: string, memory?: Learner): string | undefined {
  if (scheme === 'data:') return `data:${/^data:([\w.+-]{0,40}\/[\w.+-]{0,60})?/i.exec(url)?.[1] ?? ''},`;
  if (scheme === 'blob:') return 'blob:';
  if (scheme === 'javascript:')
    return /^javascript:\s*(?:void\s?\(?0?\)?|;)*;?$/i.test(url) ? url : 'javascript:';
  if (scheme === 'mailto:' || scheme === 'tel:' || scheme === 'sms:')
    return redactLetter(url, scheme, memory);
  return undefined;
}

/** An address to write to or to call; subject and words of the letter are parameters. */
function redactLetter(url: string, scheme: string, memory?: Learner): string {
  const [, to = '', query = ''] = /^[^:]*:([^?]*)(\?.*)?$/s.exec(url) ?? [];
  const isPersonal = hasPersonalData(`${scheme}${to}`, memory) || hasPersonalData(decode(to), memory);
  return (
    scheme + (isPersonal ? HIDDEN : to) + (query && `?${redactQuery(query.slice(1), () => false, memory)}`)
  );
}

/**
 * The URL without what it may say about a person: parameter names stay, values become `_` unless the rules allow
 * that parameter on that path (and the value has no personal shape); user info goes; path segments are masked by
 * shape, and those that name one case, file or sign-in are hidden; fragments are treated alike; `data:` and `blob:` are shortened. Relative and broken URLs too; never throws. With the
 * `memory` of the document, values it has learned go from paths and allowed parameters too.
 */
export function redactUrl(url: string, rules?: UrlRules, memory?: Learner): string {
  if (!memory || url.length > LONGEST_KEPT) return redacted(url, rules, memory);
  const kept = rules ? keptByRules(rules)(memory) : keptAddresses(memory);
  const known = kept.get(url);
  if (known !== undefined) return known;
  const result = redacted(url, rules, memory);
  kept.set(url, result);
  return result;
}

/** Pages link to the same places again and again, and each action tells where it was. */
const keptAddresses = createKeptAnswers(MOST_KEPT);
const byRules = new WeakMap<UrlRules, typeof keptAddresses>();

function keptByRules(rules: UrlRules): typeof keptAddresses {
  const known = byRules.get(rules) ?? createKeptAnswers(MOST_KEPT);
  byRules.set(rules, known);
  return known;
}

function redacted(url: string, rules?: UrlRules, memory?: Learner): string {
  const trimmed = url.trim();
  const { scheme, authority, path, query, fragment } = partsOf(trimmed);
  const other = scheme === '' ? undefined : redactOther(trimmed, scheme.toLowerCase(), memory);
  if (other !== undefined) return other;
  const hasUser = authority.includes('@') && !isOff('url-user', memory);
  const host = hasUser ? authority.replace(/^\/\/.*@/s, '//') : authority;
  const safe = (extra: string, pairs: string) => safeParamsOf(scheme + host, path + extra, pairs, rules);
  const cleanQuery = query === '' ? '' : `?${redactQuery(query.slice(1), safe('', query), memory)}`;
  const cleanFragment = fragment === '' ? '' : redactFragment(fragment, safe, memory);
  return scheme + host + redactPath(path, memory) + cleanQuery + cleanFragment;
}
