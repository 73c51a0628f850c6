import { hasExactly, isObject, type PlainObject } from './plain-object.ts';

/** A mutation that has nothing but what rrweb's own have; an added node may hold a whole subtree. */
export type Mutation = {
  attributes: { id: number; attributes: PlainObject }[];
  texts: { id: number; value: string | null }[];
  removes: { parentId: number; id: number }[];
  adds: { parentId: number; nextId: number | null; node: unknown }[];
};

const isId = Number.isSafeInteger;
const isListOf = (value: unknown, keys: string[], fits: (item: PlainObject) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => isObject(item) && hasExactly(item, keys) && fits(item));

/** True when the columns hold all there is in a mutation. */
export const isPlainMutation = (data: PlainObject): boolean =>
  data.source === 0 &&
  hasExactly(data, ['source', 'attributes', 'texts', 'removes', 'adds']) &&
  isListOf(data.attributes, ['id', 'attributes'], (it) => isId(it.id) && isObject(it.attributes)) &&
  isListOf(
    data.texts,
    ['id', 'value'],
    (it) => isId(it.id) && (it.value === null || typeof it.value === 'string'),
  ) &&
  isListOf(data.removes, ['parentId', 'id'], (it) => isId(it.parentId) && isId(it.id)) &&
  isListOf(
    data.adds,
    ['parentId', 'nextId', 'node'],
    (it) => isId(it.parentId) && (it.nextId === null || isId(it.nextId)),
  );
