import type { Event } from './rewrite-chunks.ts';
import type { TextMasker } from './text-masker.ts';

type Value = Record<string, unknown>;
type Node = { type?: number; tagName?: string; textContent?: string; childNodes?: Node[] } & Value;

/** What is a name for the player and no text: element names, tags of our own events, tokens of frames. */
const names = new Set(['tagName', 'tag', 'token', 'publicId', 'systemId', 'compatMode']);
/** Elements inside a line: a name may be spread over several of them. */
const inline = new Set(
  'span b i em strong font u s small big sub sup a label mark code bdi bdo ins del'.split(' '),
);

/**
 * Replaces a text in recorded events, in place, wherever a string of theirs holds it, also where it is spread over
 * the pieces of a line. Gives the number of places.
 */
export function maskEvents(events: readonly Event[], masker: TextMasker): number {
  let count = 0;
  const maskStrings = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const masked = masker.mask(value);
      count += masked.count;
      return masked.text;
    }
    if (!value || typeof value !== 'object') return value;
    const fields = value as Value;
    for (const key of Object.keys(fields)) {
      const before = fields[key];
      if (names.has(key) || before === null || typeof before === 'number') continue;
      const after = maskStrings(before);
      if (after !== before) fields[key] = after;
    }
    return value;
  };
  for (const event of events) {
    const data = event.data as Value | undefined;
    if (event.type === 2 && data?.node) count += maskLines(data.node as Node, masker);
    if (event.type === 3 && Array.isArray(data?.adds))
      for (const add of data.adds as { node?: Node }[]) if (add?.node) count += maskLines(add.node, masker);
    maskStrings(event.data);
  }
  return count;
}

/** Occurrences that run over several text nodes of one line: the tag goes into the first of them. */
function maskLines(root: Node, masker: TextMasker): number {
  let count = 0;
  let line: Node[] = [];
  const flush = () => {
    if (line.length > 1) count += maskLine(line, masker);
    line = [];
  };
  const visit = (node: Node) => {
    if (node.type === 3 && typeof node.textContent === 'string') line.push(node);
    const isInline = typeof node.tagName === 'string' && inline.has(node.tagName);
    if (!isInline && node.type !== 3) flush();
    if (Array.isArray(node.childNodes)) for (const child of node.childNodes) visit(child);
    if (!isInline && node.type !== 3) flush();
  };
  visit(root);
  flush();
  return count;
}

function maskLine(line: readonly Node[], masker: TextMasker): number {
  const starts: number[] = [];
  let text = '';
  for (const node of line) {
    starts.push(text.length);
    text += node.textContent ?? '';
  }
  const nodeAt = (at: number) => starts.findLastIndex((start) => start <= at);
  const spread = masker.find(text).filter(({ start, end }) => nodeAt(start) !== nodeAt(end - 1));
  for (const { start, end } of spread.reverse()) {
    const [first, last] = [nodeAt(start), nodeAt(end - 1)];
    for (let at = last; at >= first; at -= 1) {
      const node = line[at] as Node;
      const own = node.textContent ?? '';
      const from = Math.max(0, start - (starts[at] ?? 0));
      const to = Math.min(own.length, end - (starts[at] ?? 0));
      node.textContent = own.slice(0, from) + (at === first ? masker.tag : '') + own.slice(to);
    }
  }
  return spread.length;
}
