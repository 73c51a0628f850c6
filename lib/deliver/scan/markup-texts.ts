/** What people could read in CSS: quoted strings (not addresses in them) and comments. Linear in the text. */
export function cssTexts(css: string): string[] {
  if (!/["']|\/\*/.test(css)) return [];
  const found = css.match(/"[^"\n]*"|'[^'\n]*'|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g) ?? [];
  return found
    .map((each) => each.replace(/^(?:["']|\/\*)|(?:["']|\*\/)$/g, ''))
    .filter((each) => !isAddress(each));
}

/** Values of CSS variables that could hold a number of somebody, or words; strings in them are told by `cssTexts`. */
export function variableTexts(css: string): string[] {
  if (!css.includes('--')) return [];
  const values = Array.from(css.matchAll(/--[\w-]+\s{0,4}:([^;{}"']+)/g), ({ 1: value = '' }) =>
    value.trim(),
  );
  return values.filter((value) => /\d(?:\D?\d){10}|[\u3400-\u9fff]/.test(value));
}

/** What people could read in an SVG picture: the text between its tags and the attributes that name things. */
export function svgTexts(svg: string): string[] {
  const between = svg.match(/>[^<>]+</g)?.map((each) => each.slice(1, -1)) ?? [];
  const named = svg.match(/\s(?:title|alt|aria-label|xlink:href|href)\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? [];
  return [...between, ...named.map((each) => each.replace(/^[^"']*["']|["']$/g, ''))].filter(
    (each) => each.trim() && !isAddress(each),
  );
}

const isAddress = (text: string) => /^\s*(?:data:|zyb-asset:)/i.test(text);
