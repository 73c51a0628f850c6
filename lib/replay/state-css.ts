import {
  focusMark,
  fullMark,
  pressedMark,
  statesMark,
  targetMark,
  typeMark,
  validMark,
} from './shown-states.ts';
import { writtenPrefix } from './written-attributes.ts';

const could =
  /:(?:target|focus|active|fullscreen|-webkit-full-screen|state\(|--|(?:user-)?(?:in)?valid)|\[\s*(?:href\s*[~|^$*]?=|target|download)|\[\s*type\s*=\s*["']?(?:text|number|date|month|week|time|range|color)/i;
/** Conditions of other at-rules hold declarations. */
const condition = /^[{};]?\s*@(?!scope\b)/i;
/** What may hold a bracket or a colon that is none, and what parts a sheet. */
const parts = /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|\\[\s\S]|[{};]/g;
/** Comments, texts, escapes and pseudo-elements. */
const other =
  /(?<other>\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|\\[\s\S]|::)/;
/** What stands for what; the others are none of it. */
const states = new RegExp(
  [
    other,
    /(?<target>:target)(?<within>-within)?(?![\w-])/,
    /:focus(?<focus>-visible|-within|)(?![\w-])/,
    /:(?<held>active|fullscreen|-webkit-full-screen)(?![\w-])/,
    /:(?<user>user-|)(?<not>in|)valid(?![\w-])/,
    /\[\s*type\s*=\s*["']?(?<type>text|number|date|month|week|time|datetime-local|range|color)["']?\s*\]/,
    /\[\s*(?<written>href(?=\s*[~|^$*]?=)|(?:target|download)(?![\w-]))/,
    /:state\(\s*(?<state>(?:[\w-]|[^ -~\s])+)\s*\)/,
    /:(?<old>--(?:[\w-]|[^ -~\s])+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** Marks stand without quotes: wherever such text came to stand, it would close nothing. */
const shown = (whole: string, ...found: unknown[]): string => {
  const { other, target, within, focus, held, user, not, type, written, state, old } = found.at(-1) as Record<
    string,
    string | undefined
  >;
  if (other !== undefined) return whole;
  if (held !== undefined) return `[${held.toLowerCase() === 'active' ? pressedMark : fullMark}]`;
  // The focus itself is with the one who watches.
  if (focus !== undefined) return focusBy[focus.toLowerCase()] ?? whole;
  if (user !== undefined) return validBy(whole, user, not ? 'no' : 'yes');
  if (type !== undefined) return typeBy(type.toLowerCase());
  if (written !== undefined) return `[${writtenPrefix}${written.toLowerCase()}`;
  if (target === undefined) return stateBy(whole, state ?? old ?? '');
  const mark = `[${targetMark}]`;
  return within ? `:is(${whole},${mark},:has(${mark}))` : `:is(${whole},${mark})`;
};

const stateBy = (whole: string, name: string) =>
  /^-?\d/.test(name) ? whole : `:is(${whole},[${statesMark}~=${name}])`;

const focusBy: Record<string, string> = {
  '': `[${focusMark}]`,
  '-visible': `[${focusMark}=ring]`,
  // What an older browser does not know of the two it leaves out.
  '-within': `:is([${focusMark}],:has([${focusMark}]))`,
};

/** A field that is shown as one for words is still of its own kind. */
const typeBy = (type: string) => `:is(:where(:not([${typeMark}]))[type=${type}],[${typeMark}=${type}])`;

/** What was told goes before what the browser makes of a masked value. */
const validBy = (whole: string, user: string, is: 'yes' | 'no') =>
  user
    ? `:is(${whole},[${validMark}=user-${is}])`
    : `:is(:where(${whole}:not([${validMark}])),[${validMark}$=${is}])`;

/**
 * CSS whose selectors go by the attributes of a replay beside the states that it cannot have: where a page's address
 * points (`:target`), where the keyboard was (`:focus`), what was held down (`:active`) or filled the screen
 * (`:fullscreen`), what custom elements say of themselves (`:state(x)`, once `:--x`), and what was written in attributes
 * that it has otherwise (written-attributes.ts). They weigh the same.
 */
export const cssOfStates = (css: string): string =>
  could.test(css) ? inSelectors(css, (selector) => selector.replace(states, shown)) : css;

const pointed = new RegExp(`${other.source}|:(?<hover>hover)(?![\\w-])`, 'gi');
const pointedClass = '.\\:hover';

/**
 * Rules whose selectors go by the class that rrweb gives to what is pointed at. It sees to that itself in the texts of style
 * elements, not in rules that a script puts in and in sheets that components adopt.
 */
export const cssOfPointed = (css: string): string =>
  /:hover/i.test(css)
    ? inSelectors(css, (selector) =>
        selector.replace(pointed, (whole: string, ...found: unknown[]) =>
          (found.at(-1) as { hover?: string }).hover ? `:is(${whole},${pointedClass})` : whole,
        ),
      )
    : css;

function inSelectors(css: string, change: (selector: string) => string): string {
  let out = '';
  let from = 0;
  for (const { 0: part, index } of css.matchAll(parts)) {
    if (part.length > 1 || !'{};'.includes(part)) continue;
    const text = css.slice(from, index);
    out += part === '{' && !condition.test(text) ? change(text) : text;
    from = index;
  }
  return out + css.slice(from);
}
