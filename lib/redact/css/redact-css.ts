import type { Learner } from '../learned-values.ts';
import { redactText } from '../redact-text.ts';

/** Comments and strings, the only places where CSS has words; comments come first, since they may hold quotes. */
const WORDY = /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/g;
/** What no string without words or a number has; most style sheets are done with here. */
const COULD_BE_PERSONAL = /[^ -~\s]|\d(?:\D{0,3}\d){5}|\w@\w|eyJ/;

/**
 * The style sheet with personal data taken out of its strings and comments: portals write `content: "…"` for a person
 * as they write text. All that draws stays as it is; the same string when nothing was found.
 */
export function redactCss(css: string, memory?: Learner): string {
  if (!COULD_BE_PERSONAL.test(css)) return css;
  return css.replace(WORDY, (part) => {
    if (!COULD_BE_PERSONAL.test(part) || part.length > 100_000) return part;
    return redactText(part, memory).text;
  });
}
