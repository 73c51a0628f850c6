/** Rewrites CSS so that it fetches nothing. */
type Neutral = (css: string) => string;

/**
 * An SVG drawing without script, foreign content and addresses outside itself, or undefined when it cannot be made
 * so. Replays show it as a picture, in which none of that would work anyway: this keeps the object itself harmless.
 */
export function cleanSvg(text: string, neutral: Neutral): string | undefined {
  const start = text.search(/<svg[\s>]/i);
  if (start < 0 || /<!entity/i.test(text)) return undefined;
  const clean = text
    .slice(start)
    .replace(/<(script|foreignObject|iframe|object|embed|handler|listener)\b[\s\S]*?(?:\/>|<\/\1\s*>)/gi, '')
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
  return /<(?:script|foreignobject|iframe|object|embed)\b|javascript:|\son[a-z]+\s*=|<\?xml-stylesheet/i.test(
    clean,
  )
    ? undefined
    : clean;
}
