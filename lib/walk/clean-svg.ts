import { withoutElements } from './without-elements.ts';

/** What nobody sees, what runs, and what is not drawn by SVG itself. */
const unwanted = 'title|desc|metadata|script|foreignObject|iframe|object|embed|handler|listener';

/** Rewrites CSS so that it fetches nothing. */
type Neutral = (css: string) => string;

/**
 * An SVG drawing without script, foreign content and addresses outside itself, or undefined when it cannot be made
 * so. Replays show it as a picture, in which none of that would work anyway: this keeps the object itself harmless.
 * Words nobody sees (titles, comments, data attributes) go; personal data go from those that are drawn, and a drawing
 * whose letters stand one by one and make such a thing together is not kept.
 */
export function cleanSvg(
  text: string,
  neutral: Neutral,
  redactText: (text: string) => string,
): string | undefined {
  const start = text.search(/<svg[\s>]/i);
  if (start < 0 || /<!entity/i.test(text)) return undefined;
  const drawing = text.slice(start).replace(/<!--[\s\S]*?(?:-->|$)|<\?(?!xml-stylesheet)[\s\S]*?\?>/g, '');
  const clean = withoutElements(drawing, unwanted)
    .replace(/\s(?:aria|data)-[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/\s(?:on[a-z]+|xml:base)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/\s((?:xlink:)?href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi, (all, _name, double, single) =>
      /^\s*(?:#|data:image\/(?!svg))/i.test(double ?? single ?? '') ? all : '',
    )
    .replace(
      /(<style\b[^>]*>)([\s\S]*?)(<\/style\s*>)/gi,
      (_all, open, css, close) => open + neutral(css) + close,
    )
    .replace(
      /\s(style|fill|stroke|filter|mask|clip-path|cursor)\s*=\s*"([^"]*url\([^"]*)"/gi,
      (_all, name, css) =>
        // Quotes inside would end the attribute.
        ` ${name}="${neutral(css).replaceAll('"', "'")}"`,
    );
  const masked = clean.replace(/>([^<]*[^<\s][^<]*)</g, (_all, drawn) => `>${redactText(drawn)}<`);
  const together = drawnWords(masked);
  if (together.length < 20_000 && redactText(together) !== together) return undefined;
  return /<(?:script|foreignobject|iframe|object|embed)\b|javascript:|\son[a-z]+\s*=|<\?xml-stylesheet/i.test(
    masked,
  )
    ? undefined
    : masked;
}

/** All letters it draws, in order and without gaps, however they are written. */
function drawnWords(svg: string): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_all, hex, code) => {
      const point = Number.parseInt(code, hex ? 16 : 10);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    })
    .replace(/\s+/g, '');
}
