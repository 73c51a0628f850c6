import { findAll } from '../find-all.ts';
import { redactUrl } from '../redact-url.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const URL_TEXT = /https?:\/\/[!#-;=?-~]{3,2000}/gi;

/** URLs inside messages ("Failed to load https://…?token=…"): their parameter values go, the rest stays. */
export const urlInText: Rule = {
  name: 'url-in-text',
  kind: 'url',
  needs: sign.slash,
  find: (normal, original, memory) =>
    normal.includes('://')
      ? findAll(original, URL_TEXT).flatMap((span) => {
          const url = original.slice(span.start, span.end);
          const replacement = redactUrl(url, undefined, memory);
          return replacement === url ? [] : [{ ...span, replacement }];
        })
      : [],
};
