import { isCommonWord } from '../common-words.ts';
import { findAll } from '../find-all.ts';
import { HAN } from '../patterns.ts';
import { sign } from '../signs.ts';
import { familyLengthsAt, nameLengthsAt } from '../surnames.ts';
import type { Rule, Span } from '../types.ts';

const GREETING =
  '(?:欢迎您?|[您你]好|[早上中下午晚]{1,2}好|Hi|Hello|尊敬的|当前(?:登录)?用户|当前登录人|用户(?=:))';
const EDGE = /(?=先生|女士|同志|[^0-9A-Za-z\u3007\u3400-\u9fff]|$)/y;
const DOTTED_GIVEN = new RegExp(`·${HAN}{1,6}`, 'y');
const LEAD = new RegExp(`${GREETING}[\\s,!:]{0,3}(?=${HAN})`, 'g');
const WORD = new RegExp(`(?<!${HAN})(?=${HAN}{2})`, 'g');
const GREETED = /(?:先生|女士)?[\s,]{0,2}(?:[您你]好|欢迎您)/y;
const FIRST_WORD = /^\s*/g;
const SPOKEN_TO = /(?:先生|女士)?,\s?(?=[您你])/y;
/** "登录后，您可以…": a clause, not somebody spoken to. */
const ENDS_A_CLAUSE = /[后前时中内外的了者们下上里户员人]$/;

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The name at `at` behind which `tail` matches. */
function nameAt(text: string, at: number, tail: RegExp): Span | undefined {
  const length = nameLengthsAt(text, at).find((each) => matchesAt(tail, text, at + each));
  return length === undefined ? undefined : { start: at, end: at + length };
}

/** A family name with a dotted given name ("阿·买买提"), as far as a word ends there. */
function dottedNameAt(text: string, at: number): Span | undefined {
  for (const family of familyLengthsAt(text, at)) {
    if (!matchesAt(DOTTED_GIVEN, text, at + family)) continue;
    for (let end = DOTTED_GIVEN.lastIndex; end > at + family + 1; end -= 1)
      if (matchesAt(EDGE, text, end)) return { start: at, end };
  }
  return undefined;
}

function accepted(text: string, span: Span | undefined): Span | false {
  return span && !isCommonWord(text.slice(span.start, span.end)) ? span : false;
}

/**
 * The name portals greet a signed-in person with ("您好，张三"), or begin a text with ("张三，您共有…"). Needs a greeting
 * and a family name.
 */
export const greetingName: Rule = {
  name: 'greeting-name',
  kind: 'name',
  needs: sign.greeting,
  find(text) {
    if (!/[您你]|欢迎|尊敬的|当前|用户|[早午晚上]好|Hi|Hello/.test(text)) return [];
    const spans: Span[] = [];
    if (/欢迎|好|尊敬的|当前|用户:|Hi|Hello/.test(text))
      spans.push(
        ...findAll(text, LEAD, (match) => {
          const at = match.index + match[0].length;
          return accepted(text, nameAt(text, at, EDGE) ?? dottedNameAt(text, at));
        }),
      );
    if (/[您你]好|欢迎您/.test(text))
      spans.push(...findAll(text, WORD, ({ index }) => accepted(text, nameAt(text, index, GREETED))));
    if (/,\s?[您你]/.test(text))
      spans.push(
        ...findAll(text, FIRST_WORD, (match) => {
          const span = accepted(text, nameAt(text, match[0].length, SPOKEN_TO));
          return span && !ENDS_A_CLAUSE.test(text.slice(span.start, span.end)) ? span : false;
        }),
      );
    return spans;
  },
};
