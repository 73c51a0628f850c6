import type { Reader } from './create-reader.ts';
import { damaged } from './damaged.ts';
import { readJson } from './json.ts';
import { deepestNode } from './limits.ts';
import { type Kind, kindOf, knownTexts, nodeSymbols, reservedNodes } from './node-symbols.ts';
import { isObject, type PlainObject, setKey } from './plain-object.ts';
import { attributesOf, createHeadReader, type ReadHead } from './read-head.ts';
import { createList } from './table.ts';

export function createNodeReader(reader: Reader) {
  const readHead = createHeadReader(reader);
  const known = createList<string | ReadHead>(reservedNodes, knownTexts);
  const kinds = new Map<string, Kind & { rest: () => PlainObject }>();
  let lastId = 0;
  let left = reader.count('ids');

  const readId = (): number => {
    if (left === 0) {
      lastId = reader.number('ids', lastId);
      left = reader.count('ids');
      if (left === 0) throw damaged('an empty row of ids');
    } else lastId += 1;
    left -= 1;
    return lastId;
  };

  const textNode = (textContent: string): PlainObject => {
    reader.spend(textContent.length + 40);
    return { type: 3, textContent, id: readId() };
  };

  const kindNamed = (name: string): Kind & { rest: () => PlainObject } => {
    let kind = kinds.get(name);
    if (!kind) {
      const plain = kindOf(name);
      const rest = name.length > 1 ? readJson(name.slice(1)) : {};
      if (!plain || !isObject(rest)) throw damaged('not a kind');
      const isFlat = Object.values(rest).every((value) => typeof value !== 'object');
      const copy = isFlat ? () => ({ ...rest }) : () => readJson(name.slice(1)) as PlainObject;
      kinds.set(name, (kind = { ...plain, rest: copy }));
    }
    return kind;
  };

  function nodeFrom(head: ReadHead, depth: number): PlainObject {
    reader.spend(head.size);
    const { children, attributes, tag, element, rest } = kindNamed(head.form.kind);
    const node = rest();
    if (element) node.type = 2;
    if (tag) node.tagName = head.form.tag;
    if (attributes) node.attributes = attributesOf(head);
    node.id = readId();
    if (children === 0) return node;
    const childNodes: unknown[] = [];
    setKey(node, 'childNodes', childNodes);
    if (children === 1) return node;
    for (let next = reader.symbol('nodes'); next !== nodeSymbols.end; next = reader.symbol('nodes'))
      childNodes.push(read(next, depth + 1));
    return node;
  }

  function read(symbol: number, depth: number): unknown {
    if (depth > deepestNode + 1) throw damaged('nodes are nested too deeply');
    if (symbol === nodeSymbols.raw) return reader.raw();
    if (symbol === nodeSymbols.text) return textNode(reader.text('texts'));
    if (symbol === nodeSymbols.textKept) {
      const text = reader.text('texts');
      known.add(text);
      return textNode(text);
    }
    if (symbol === nodeSymbols.newHead) {
      const head = readHead();
      known.add(head);
      return nodeFrom(head, depth);
    }
    const again = known.at(symbol);
    if (again === undefined) throw damaged('an unknown node');
    return typeof again === 'string' ? textNode(again) : nodeFrom(again, depth);
  }

  return {
    read: (): unknown => read(reader.symbol('nodes'), 0),
    /** Throws when ids are left over. */
    finish(): void {
      if (left !== 0) throw damaged('ids are left over');
    },
  };
}
export type NodeReader = ReturnType<typeof createNodeReader>;
