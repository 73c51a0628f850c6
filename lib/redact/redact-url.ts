import { findRanges } from './find-ranges.ts';
import { RULES } from './rules/index.ts';
import { tagOf } from './tags.ts';
import { safeParamsOf, type UrlRules } from './url-params.ts';

const HIDDEN = '_';
const LONGEST_NAME = 60;
const PARTS = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hasPersonalData(text: string): boolean {
  return findRanges(text, RULES).length > 0;
}

/** Shape rules on one path segment; the segment keeps its spelling when nothing is found. */
function redactSegment(segment: string): string {
  const [head = '', ...matrix] = segment.split(';');
  const params = matrix.map((param) => `;${param.replace(/=.*$/s, `=${HIDDEN}`)}`).join('');
  if (/^eyJ[\w-]{8,}\./.test(head)) return HIDDEN + params;
  const plain = decode(head);
  const ranges = findRanges(plain, RULES);
  if (ranges.length === 0) return head + params;
  return (
    ranges.reduceRight(
      (text, { start, end, kind }) => text.slice(0, start) + tagOf(kind) + text.slice(end),
      plain,
    ) + params
  );
}

function redactPath(path: string): string {
  return path === '' ? '' : path.split('/').map(redactSegment).join('/');
}

function redactQuery(query: string, isSafe: (name: string) => boolean): string {
  const pairs = query.split('&').map((pair) => {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    const plain = decode(name);
    const isBareValue = at < 0 && !/^[A-Za-z_][\w.-]{0,19}$/.test(plain) && plain !== '';
    if (isBareValue || name.length > LONGEST_NAME || /\d{6}/.test(plain) || hasPersonalData(plain)) {
      return at < 0 ? HIDDEN : `${HIDDEN}=${HIDDEN}`;
    }
    if (at < 0 || at === pair.length - 1) return pair;
    const value = pair.slice(at + 1);
    return isSafe(plain) && !hasPersonalData(decode(value).replace(/\+/g, ' ')) ? pair : `${name}=${HIDDEN}`;
  });
  return pairs.join('&');
}

function redactFragment(
  fragment: string,
  isSafe: (path: string, query: string) => (name: string) => boolean,
): string {
  const body = fragment.slice(1);
  const at = body.indexOf('?');
  if (at < 0 && body.includes('=')) return `#${redactQuery(body, isSafe('', body))}`;
  if (at < 0) return `#${redactPath(body)}`;
  const query = body.slice(at + 1);
  return `#${redactPath(body.slice(0, at))}?${redactQuery(query, isSafe(`#${body.slice(0, at)}`, query))}`;
}

function redactOther(url: string, scheme: string): string | undefined {
  if (scheme === 'data:') return `data:${/^data:([\w.+-]{0,40}\/[\w.+-]{0,60})?/i.exec(url)?.[1] ?? ''},`;
  if (scheme === 'blob:') return 'blob:';
  if (scheme === 'javascript:')
    return /^javascript:\s*(?:void\s?\(?0?\)?|;)*;?$/i.test(url) ? url : 'javascript:';
  if (scheme === 'mailto:' || scheme === 'tel:' || scheme === 'sms:')
    return hasPersonalData(url) ? `${scheme}${HIDDEN}` : url;
  return undefined;
}

/**
 * The URL without what it may say about a person: parameter names stay, values become `_` unless the rules allow
 * that parameter on that path (and the value has no personal shape); user info goes; path segments are masked by
 * shape; fragments are treated alike; `data:` and `blob:` are shortened. Relative and broken URLs too; never throws.
 */
export function redactUrl(url: string, rules?: UrlRules): string {
  const trimmed = url.trim();
  const parts = PARTS.exec(trimmed);
  if (!parts) return HIDDEN;
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = parts;
  const other = redactOther(trimmed, scheme.toLowerCase());
  if (other !== undefined) return other;
  const host = authority.replace(/^\/\/.*@/s, '//');
  const safe = (extra: string, pairs: string) => safeParamsOf(scheme + host, path + extra, pairs, rules);
  const cleanQuery = query === '' ? '' : `?${redactQuery(query.slice(1), safe('', query))}`;
  const cleanFragment = fragment === '' ? '' : redactFragment(fragment, safe);
  return scheme + host + redactPath(path) + cleanQuery + cleanFragment;
}
