import { mayHoldAddresses, rewriteCss } from '../redact/css/rewrite-css.ts';

/** CSS with its addresses in full, for one that stands beside the text of documents at other addresses. */
export function absoluteCss(css: string, base: string): string {
  if (!/[(@]/.test(css) || !mayHoldAddresses(css)) return css;
  const inFull = (url: string): string | undefined => {
    if (!url || /^(?:#|data:|blob:)/i.test(url)) return undefined;
    try {
      return new URL(url, base).href;
    } catch {
      return undefined;
    }
  };
  return rewriteCss(css, {
    address: ({ url, prelude }) => (prelude === 'namespace' ? undefined : inFull(url)),
  }).replace(/(@import\s+)(["'])([^"'\n]*)\2/gi, (whole, at: string, quote: string, url: string) => {
    const full = inFull(url);
    return full ? `${at}${quote}${full}${quote}` : whole;
  });
}
