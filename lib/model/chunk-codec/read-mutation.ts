import type { Reader } from './create-reader.ts';
import { damaged } from './damaged.ts';
import { valueOf } from './literal.ts';
import { nextWays, parentWays, ways } from './mutation-symbols.ts';
import { isObject, type PlainObject } from './plain-object.ts';
import { attributesOf, createHeadReader, type ReadHead } from './read-head.ts';
import type { NodeReader } from './read-node.ts';
import { createList } from './table.ts';

export function createMutationReader(reader: Reader, nodes: NodeReader): () => PlainObject {
  const readNewHead = createHeadReader(reader);
  const heads = createList<ReadHead>(1);
  let last = 0;
  const readId = (): number => {
    last = reader.number('numbers', last);
    reader.spend(20);
    return last;
  };

  const readAttributes = (): PlainObject => {
    const number = reader.symbol('changes');
    const head = number > 0 ? heads.at(number) : readNewHead();
    if (!head) throw damaged('unknown attributes');
    if (number === 0) heads.add(head);
    reader.spend(head.size);
    return attributesOf(head);
  };

  const readText = (): unknown => {
    const key = reader.value('');
    reader.spend(key.length);
    return valueOf(key);
  };

  function createAddReader(): () => PlainObject {
    const lastUnder = new Map<number, number>();
    let parent = 0;
    let before = 0;
    return () => {
      const way = reader.symbol('changes');
      const parentWay = Math.floor(way / ways);
      const nextWay = way % ways;
      if (parentWay >= ways) throw damaged('an unknown place');
      if (parentWay === parentWays.nodeBefore) parent = before;
      else if (parentWay === parentWays.other) parent = reader.number('numbers', before);
      let nextId: number | null = null;
      if (nextWay === nextWays.other) nextId = reader.number('numbers', parent);
      else if (nextWay === nextWays.siblingBefore) {
        nextId = lastUnder.get(parent) ?? null;
        if (nextId === null) throw damaged('no sibling before');
      }
      reader.spend(40);
      const node = nodes.read();
      if (isObject(node) && Number.isSafeInteger(node.id)) {
        before = node.id as number;
        lastUnder.set(parent, before);
      }
      return { parentId: parent, nextId, node };
    };
  }

  const list = (count: number, readItem: () => PlainObject): PlainObject[] => {
    const items: PlainObject[] = [];
    while (items.length < count) items.push(readItem());
    return items;
  };

  return () => {
    const counts = [0, 1, 2, 3].map(() => reader.count('changes'));
    return {
      source: 0,
      attributes: list(counts[0] ?? 0, () => ({ id: readId(), attributes: readAttributes() })),
      texts: list(counts[1] ?? 0, () => ({ id: readId(), value: readText() })),
      removes: list(counts[2] ?? 0, () => ({ parentId: readId(), id: readId() })),
      adds: list(counts[3] ?? 0, createAddReader()),
    };
  };
}
