import type { Writer } from './create-writer.ts';
import { spellJson } from './json.ts';
import { deepestNode } from './limits.ts';
import { knownTexts, letterOf, nodeSymbols, reservedNodes } from './node-symbols.ts';
import { isObject, type PlainObject } from './plain-object.ts';
import { createTable } from './table.ts';
import { createHeadWriter } from './write-head.ts';

/** Writes nodes with all they hold, in document order. */
export function createNodeWriter(writer: Writer) {
  /** Heads and kept texts share the symbols of one column; no head's key begins with a line break. */
  const textKey = (text: string) => `\n${text}`;
  const known = createTable(reservedNodes, knownTexts.map(textKey));
  const writeHead = createHeadWriter(writer, 'nodes', nodeSymbols.newHead, known);
  const metOnce = new Set<string>();
  let lastId = 0;
  let inRow = 0;

  /** Ids go on by one; only where they do not, the length of the row before is written, and the jump. */
  const writeId = (id: number): void => {
    if (id !== lastId + 1) {
      writer.count('ids', inRow);
      writer.number('ids', id, lastId);
      inRow = 0;
    }
    inRow += 1;
    lastId = id;
  };

  /** A text is kept the second time it comes, one symbol from then on: most come but once. */
  const writeText = (text: string): void => {
    const number = known.find(textKey(text));
    if (number !== undefined) return writer.symbol('nodes', number);
    const keep = metOnce.has(text);
    writer.symbol('nodes', keep ? nodeSymbols.textKept : nodeSymbols.text);
    writer.text('texts', text);
    if (keep) known.add(textKey(text));
    else metOnce.add(text);
  };

  const writeRaw = (node: unknown): void => {
    writer.symbol('nodes', nodeSymbols.raw);
    writer.raw(node);
  };

  function write(node: unknown, depth: number): void {
    if (!isObject(node) || !Number.isSafeInteger(node.id) || depth > deepestNode) return writeRaw(node);
    const id = node.id as number;
    const keys = Object.keys(node);
    if (node.type === 3 && keys.length === 3 && typeof node.textContent === 'string') {
      writeText(node.textContent);
      return writeId(id);
    }
    const children = Array.isArray(node.childNodes) ? node.childNodes : undefined;
    const tag = typeof node.tagName === 'string' ? node.tagName : undefined;
    const attributes = isObject(node.attributes) ? node.attributes : undefined;
    const element = node.type === 2;
    let rest: PlainObject | undefined;
    for (const key of keys) {
      if (key === 'id' || (key === 'type' && element) || (key === 'childNodes' && children)) continue;
      if ((key === 'tagName' && tag !== undefined) || (key === 'attributes' && attributes)) continue;
      if (key === '__proto__') return writeRaw(node);
      rest ??= {};
      rest[key] = node[key];
    }
    const letter = letterOf({
      children: children ? (children.length > 0 ? 2 : 1) : 0,
      attributes: attributes !== undefined,
      tag: tag !== undefined,
      element,
    });
    writeHead({
      kind: rest ? letter + spellJson(rest) : letter,
      tag: tag ?? '',
      attributes: attributes ?? {},
    });
    writeId(id);
    if (!children?.length) return;
    for (const child of children) write(child, depth + 1);
    writer.symbol('nodes', nodeSymbols.end);
  }

  return {
    write: (node: unknown): void => write(node, 0),
    /** Writes the length of the last row of ids. */
    finish: (): void => writer.count('ids', inRow),
  };
}
export type NodeWriter = ReturnType<typeof createNodeWriter>;
