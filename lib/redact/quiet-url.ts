import { keyedLetters } from './keyed-letters.ts';

/** What may be left of a path, and how what is not is told apart. */
export type QuietRules = {
  /** Path segments that name a place of the portal, by its site profile. */
  plainPaths?: readonly string[] | undefined;
  /** The session's secret: the same segment gets the same letters. */
  key?: string | undefined;
};

const HIDDEN = /^_(?:[A-Z]{3})?$/;
/** How servers call one page: the part before it is the name. */
const ENDING = /\.(?:html?|do|jsp|jspx|action|aspx?|php|json)$/i;

/**
 * An address of which only the place in the site is left: origin, and of the path what the site profile names; other
 * segments, which may be somebody's name, become `_` with three keyed letters. No parameter's value, no fragment that
 * is not a route. For walks of which nothing but metrics may be kept; apply it after `redactUrl`.
 */
export function quietUrl(url: string, rules: QuietRules = {}): string {
  const parts = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url);
  if (!parts) return '';
  const [, scheme = '', host = '', path = '', , fragment = ''] = parts;
  if (scheme && !/^https?:$/i.test(scheme)) return scheme;
  const route = /^#!?(\/[^?]*)/.exec(fragment)?.[1];
  const quiet = (each: string) => quietPath(each, rules);
  return `${scheme}${host.replace(/^\/\/.*@/s, '//')}${quiet(path)}${route ? `#${quiet(route)}` : ''}`;
}

function quietPath(path: string, { plainPaths = [], key }: QuietRules): string {
  const isPlain = (segment: string) =>
    HIDDEN.test(segment) || plainPaths.includes(segment) || plainPaths.includes(segment.replace(ENDING, ''));
  return path
    .split('/')
    .map((each) => {
      if (each === '' || isPlain(each)) return each;
      return key ? `_${keyedLetters(each, key)}` : '_';
    })
    .join('/');
}
