/** Origin and path of an address as a regular expression's source; parts that differ from walk to walk match anything. */
export function patternOfUrl(url: string): string {
  const [, origin = '', path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)([^?#]*)/i.exec(url) ?? [];
  const segments = path.split('/').map((segment) => {
    const plain = segment.split(';')[0] ?? '';
    return isSettled(plain) ? escapePattern(plain) : '[^/?#]*';
  });
  return `^${escapePattern(origin)}${segments.join('/')}(?:[;?#].*)?$`;
}

/** A path segment of which only metrics may be kept (lib/redact/quiet-url.ts). */
const QUIET = /\/_[A-Z]{3}(?:[/?&#;]|$)/;

/** False where an address was masked and would lead nowhere. */
export function isWholeUrl(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || /〔|[=/]_(?:[/?&#;]|$)|%E3%80%94/i.test(url)) return false;
  return !QUIET.test(url);
}

/** Scheme, host and port; empty for anything that has none. */
export function originOf(url: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(url)?.[0] ?? '';
}

/** A run of six digits may be a case number: another one the next time. */
function isSettled(segment: string): boolean {
  return !/^_(?:[A-Z]{3})?$/.test(segment) && !/\d{6}|〔|%E3%80%94/i.test(segment);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
