import type { Writer } from './create-writer.ts';
import { nextWays, parentWays, ways } from './mutation-symbols.ts';
import type { Mutation } from './plain-mutation.ts';
import { isObject } from './plain-object.ts';
import { createTable } from './table.ts';
import { createHeadWriter } from './write-head.ts';
import type { NodeWriter } from './write-node.ts';

export function createMutationWriter(writer: Writer, nodes: NodeWriter): (data: Mutation) => void {
  const writeHead = createHeadWriter(writer, 'changes', 0, createTable(1));
  let last = 0;
  const writeId = (id: number) => {
    writer.number('numbers', id, last);
    last = id;
  };

  function writeAdds(adds: Mutation['adds']): void {
    const lastUnder = new Map<number, number>();
    let parent = 0;
    let before = 0;
    for (const { parentId, nextId, node } of adds) {
      let parentWay: number = parentWays.other;
      if (parentId === parent) parentWay = parentWays.sameAsBefore;
      else if (parentId === before) parentWay = parentWays.nodeBefore;
      let nextWay: number = nextWays.other;
      if (nextId === null) nextWay = nextWays.none;
      else if (nextId === lastUnder.get(parentId)) nextWay = nextWays.siblingBefore;
      writer.symbol('changes', parentWay * ways + nextWay);
      if (parentWay === parentWays.other) writer.number('numbers', parentId, before);
      if (nextWay === nextWays.other) writer.number('numbers', nextId ?? 0, parentId);
      nodes.write(node);
      parent = parentId;
      if (isObject(node) && Number.isSafeInteger(node.id)) {
        before = node.id as number;
        lastUnder.set(parentId, before);
      }
    }
  }

  return ({ attributes, texts, removes, adds }) => {
    for (const list of [attributes, texts, removes, adds]) writer.count('changes', list.length);
    for (const item of attributes) {
      writeId(item.id);
      writeHead({ kind: '', tag: '', attributes: item.attributes });
    }
    for (const { id, value } of texts) {
      writeId(id);
      writer.value('', value);
    }
    for (const { parentId, id } of removes) {
      writeId(parentId);
      writeId(id);
    }
    writeAdds(adds);
  };
}
