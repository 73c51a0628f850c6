/** A path segment that programs are named by; words in other letters, and long numbers, could be a person's. */
const OF_A_PROGRAM = /^[A-Za-z_][\w.-]{0,40}$/;
const HIDDEN = '_';

/**
 * An address of which only the place in the site is left: origin and the path's plain segments; no parameter's value,
 * no fragment that is not a route. For walks of which nothing but metrics may be kept; apply it after `redactUrl`.
 */
export function quietUrl(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url);
  if (!parts) return '';
  const [, scheme = '', host = '', path = '', , fragment = ''] = parts;
  if (scheme && !/^https?:$/i.test(scheme)) return scheme;
  const route = /^#!?(\/[^?]*)/.exec(fragment)?.[1];
  return `${scheme}${host.replace(/^\/\/.*@/s, '//')}${quietPath(path)}${route ? `#${quietPath(route)}` : ''}`;
}

const quietPath = (path: string) =>
  path
    .split('/')
    .map((each) => (each === '' || (OF_A_PROGRAM.test(each) && !/\d{4}/.test(each)) ? each : HIDDEN))
    .join('/');
