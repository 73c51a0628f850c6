import { words } from './words.ts';

/** Which query parameters of which paths may keep their values; `pathPattern` is a regular expression source. */
export type UrlRules = { safeParams: { pathPattern: string; params: string[] }[] };

const NEVER = new Set(
  words(`
    ticket token state surl cosessionid gsessionid gotourl redirecturi redirecturl returnurl backurl
    callback receivepwd accesstoken idtoken refreshtoken sessionid jsessionid sid password passwd pwd
    secret clientsecret sign signature authcode auth authorization captcha smscode verifycode
    codeverifier nonce samlrequest samlresponse relaystate lt assertion credential apikey accesskey
    userid openid unionid
  `),
);
const SSO_PATH = /sso|oauth|login|logon|callback|authorize|\/cas\b|jis-?web|\/ids\//i;
const SSO_COMPANION = /(?:^|[?&])(?:state|ticket|session_state)=/i;
const compiled = new WeakMap<UrlRules, { pattern: RegExp; params: Set<string> }[]>();

function compile(rules: UrlRules): { pattern: RegExp; params: Set<string> }[] {
  const known = compiled.get(rules);
  if (known) return known;
  const list = rules.safeParams.flatMap(({ pathPattern, params }) => {
    try {
      return [{ pattern: new RegExp(pathPattern), params: new Set(params) }];
    } catch {
      return []; // A site profile with a broken pattern allows nothing.
    }
  });
  compiled.set(rules, list);
  return list;
}

/**
 * Decides which parameter names may keep their values on one path. Credentials never may; `code` is an item id on
 * guide pages and a credential on the way back from a sign-in, where it never may either.
 */
export function safeParamsOf(
  origin: string,
  path: string,
  query: string,
  rules?: UrlRules,
): (name: string) => boolean {
  if (!rules) return () => false;
  const allowed = compile(rules).filter(({ pattern }) => pattern.test(path) || pattern.test(origin + path));
  if (allowed.length === 0) return () => false;
  return (name) => {
    if (!allowed.some(({ params }) => params.has(name))) return false;
    const plain = name.toLowerCase().replace(/[-_]/g, '');
    if (NEVER.has(plain)) return false;
    return plain !== 'code' || !(SSO_PATH.test(path) || SSO_COMPANION.test(query));
  };
}
