import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inShownOrder, itemsOf, searchCheckItems } from '../../../components/tagging/find-check-items.ts';
import { choiceOfKey, keyOfChoice } from '../../../components/tagging/pick-key.ts';
import { programme } from './programme.ts';

const ids = (found: { item: { id: string } }[]) => found.map(({ item }) => item.id);

test('items that a PC cannot see come last and stay choosable', () => {
  expect(ids(itemsOf(programme.checklists, 'a.tong'))).toEqual(['a.tong.02', 'a.tong.03', 'a.tong.01']);
});

test('dimensions with one name are told apart by id', () => {
  expect(ids(itemsOf(programme.checklists, 'b.gao'))).toEqual(['b.gao.01']);
  expect(ids(itemsOf(programme.checklists, 'a.gao'))).toEqual(['a.gao.01']);
});

test('a search goes over all checklists and finds by item, dimension or question', () => {
  expect(ids(searchCheckItems(programme.checklists, '线上'))).toEqual(['a.tong.02', 'b.gao.01']);
  expect(ids(searchCheckItems(programme.checklists, '高不高'))).toEqual(['b.gao.01', 'a.gao.01']);
  expect(ids(searchCheckItems(programme.checklists, '流程 材料'))).toEqual(['a.tong.03']);
});

test('a search for nothing finds nothing', () => {
  expect(searchCheckItems(programme.checklists, '  ')).toEqual([]);
});

test('shown order keeps every item exactly once', () => {
  const all = programme.checklists
    .flatMap((list) => list.dimensions)
    .flatMap(({ id }) => itemsOf(programme.checklists, id));
  fc.assert(
    fc.property(fc.subarray(all), (some) => {
      expect(ids(inShownOrder(some)).sort()).toEqual(ids(some).sort());
    }),
  );
});

test('the key shown beside a choice is the key that picks it', () => {
  for (let index = 0; index < 35; index += 1) expect(choiceOfKey(keyOfChoice(index) ?? '')).toBe(index);
  expect(keyOfChoice(35)).toBeUndefined();
  expect(choiceOfKey('0')).toBeUndefined();
  expect(choiceOfKey('Enter')).toBeUndefined();
});
