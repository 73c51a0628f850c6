import { rootOf } from './lean/install.ts';

/** A line of text as it is read: over the borders of inline elements, so that a number in three of them is one. */
export type Line = { nodes: Text[]; text: string };

const inline =
  /^(?:A|ABBR|B|BDI|BDO|CITE|CODE|DEL|EM|FONT|I|INS|KBD|LABEL|MARK|Q|S|SAMP|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TSPAN|TT|U|VAR|WBR)$/i;
const silent = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|OPTION|SELECT|TITLE|HEAD)$/i;

/**
 * Every line of a document and of the shadow trees in it, closed ones too, and those trees; undefined when there are more than `most`
 * text nodes.
 */
export function findLines(root: Node, most: number): { lines: Line[]; shadows: ShadowRoot[] } | undefined {
  const lines: Line[] = [];
  const shadows: ShadowRoot[] = [];
  let line: Text[] = [];
  let count = 0;
  const end = () => {
    if (line.length) lines.push({ nodes: line, text: line.map((node) => node.data).join('') });
    line = [];
  };
  const read = (node: Node): boolean => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        count += 1;
        if (count > most) return false;
        line.push(child as Text);
      } else if (child.nodeType === 1 && !readElement(child as Element)) return false;
    }
    return true;
  };
  const readElement = (element: Element): boolean => {
    const { nodeName } = element;
    if (silent.test(nodeName)) return true;
    const flows = inline.test(nodeName);
    if (!flows) end();
    const shadow = rootOf(element, true);
    if (shadow) {
      end();
      shadows.push(shadow);
      if (!read(shadow)) return false;
      end();
    }
    if (!read(element)) return false;
    if (!flows) end();
    return true;
  };
  if (!read(root)) return undefined;
  end();
  return { lines, shadows };
}

/** Where a stretch of a line is drawn. */
export function boxesOf({ nodes }: Line, start: number, end: number): DOMRect[] {
  const boxes: DOMRect[] = [];
  let from = 0;
  for (const node of nodes) {
    const [first, last] = [Math.max(start - from, 0), Math.min(end - from, node.length)];
    if (first < last) {
      const range = document.createRange();
      range.setStart(node, first);
      range.setEnd(node, last);
      boxes.push(...range.getClientRects());
    }
    from += node.length;
  }
  return boxes;
}
