/** Elements of an SVG, or a section of characters, in which tags are none; the last without an end goes on to the end. */
const tags = (names: string) =>
  new RegExp(
    `<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)|<(\\/?)(${names})(?=[\\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>`,
    'gi',
  );

/**
 * The text of an SVG without all elements of these names (as alternatives of an expression) and what is in them. One that
 * never ends takes the rest with it: such a drawing is none. Each tag is read once, however hostile the text.
 */
export function withoutElements(svg: string, names: string): string {
  let kept = '';
  let from = 0;
  /** The element that is being left out, and how many of its name are open. */
  let leftOut: string | undefined;
  let open = 0;
  for (const { 0: tag, 1: closes, 2: called, index } of svg.matchAll(tags(names))) {
    const name = called?.toLowerCase();
    if (name === undefined || (leftOut !== undefined && name !== leftOut)) continue;
    if (leftOut === undefined) kept += svg.slice(from, index);
    leftOut = name;
    if (closes) open -= 1;
    else if (!tag.endsWith('/>')) open += 1;
    if (open > 0) continue;
    leftOut = undefined;
    open = 0;
    from = index + tag.length;
  }
  return leftOut === undefined ? kept + svg.slice(from) : kept;
}
