import type { Learner } from '../learned-values.ts';
import { redactText } from '../redact-text.ts';

/** Comments and strings, the only places where CSS has words; comments come first, since they may hold quotes. */
const WORDY = /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/g;
/** What no string without words or a number has; most style sheets are done with here. */
const COULD_BE_PERSONAL = /[^ -~\s]|\d(?:\D{0,3}\d){5}|\w@\w|eyJ/;

/** Longer strings are pictures and fonts written into the sheet. */
const LONGEST = 100_000;

/** Texts a programme names may hold none of that. */
const asksForMore = (memory: Learner | undefined): boolean =>
  memory?.setting?.rules.some(({ optional }) => optional) === true;

/** A string as CSS writes it, or a comment. */
function redactPart(part: string, memory: Learner | undefined): string {
  const inner = part.slice(1, -1);
  // What a label has named is known as a whole, without the quotes.
  return memory?.wholes?.kindOf(inner)
    ? part.slice(0, 1) + redactText(inner, memory).text + part.slice(-1)
    : redactText(part, memory).text;
}

/**
 * The style sheet with personal data taken out of its strings and comments: portals write `content: "…"` for a person
 * as they write text. All that draws stays as it is; the same string when nothing was found.
 */
export function redactCss(css: string, memory?: Learner): string {
  const more = asksForMore(memory);
  if (!more && !COULD_BE_PERSONAL.test(css)) return css;
  return mapCssWords(css, (part) => (more || COULD_BE_PERSONAL.test(part) ? redactPart(part, memory) : part));
}

const IS_ADDRESS = /(?:url|src)\(\s*$|@import\s+(?:url\(\s*)?$/i;

/**
 * The style sheet with each string (quotes included) and comment changed; `isAddress` where a browser would fetch what
 * the string says.
 */
export const mapCssWords = (css: string, change: (part: string, isAddress: boolean) => string): string =>
  css.replace(WORDY, (part, at: number) =>
    part.length > LONGEST ? part : change(part, IS_ADDRESS.test(css.slice(Math.max(0, at - 24), at))),
  );
