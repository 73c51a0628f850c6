import { mayHoldAddresses, rewriteCss } from '../redact/css/rewrite-css.ts';
import { focusInCss } from './show-focus.ts';

/** A URL that may stay in a replay: a fragment, or a picture or font inside the text itself. */
export function staysInside(url: string): boolean {
  return /^\s*(?:#|data:(?:image|font)\/|data:application\/(?:x-)?(?:font|octet-stream|vnd\.ms-fontobject))/i.test(
    url,
  );
}

/** The address at which the viewer holds a frozen asset (`blob:`, made by the viewer itself), or undefined. */
export type FindAsset = (name: string) => string | undefined;

const nothing = 'data:,';
const noAsset: FindAsset = () => undefined;

const strictly = (css: string, find: FindAsset) =>
  rewriteCss(css, {
    strict: true,
    address: ({ url }) => (staysInside(url) ? undefined : (find(url) ?? nothing)),
  });

/**
 * CSS without anything that a browser would fetch: `url()`, `src()`, strings in `image-set()`, `@import`. Names of
 * frozen assets become the addresses at which the viewer holds them.
 */
export function neutralCss(css: string, find: FindAsset = noAsset): string {
  return focusInCss(mayHoldAddresses(css) ? strictly(css, find) : css);
}

/**
 * The same for one of several texts that the browser will read as one sheet: what is open at its end is closed
 * and its beginning set apart, so that no two harmless texts join into a harmful one.
 */
export function neutralCssPiece(css: string, find: FindAsset = noAsset): string {
  return css ? `/**/${focusInCss(strictly(css, find))}` : css;
}
