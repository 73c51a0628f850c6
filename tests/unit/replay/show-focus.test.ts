import { expect, test } from 'vitest';
import type { ReplayEvent, ReplayNode } from '../../../lib/replay/replay-event.ts';
import { showFocus } from '../../../lib/replay/show-focus.ts';

const element = (
  id: number,
  tagName: string,
  attributes = {},
  childNodes: ReplayNode[] = [],
): ReplayNode => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
const page = element(1, 'html', {}, [
  element(2, 'input'),
  element(3, 'button'),
  element(4, 'input', { type: 'checkbox' }),
  element(5, 'div', { contenteditable: '' }),
]);
const snapshot: ReplayEvent = {
  type: 2,
  timestamp: 0,
  data: { node: { type: 0, id: 9, childNodes: [page] }, initialOffset: { top: 0, left: 0 } },
};
const doing = (timestamp: number, type: 'click' | 'focus' | 'blur', id: number): ReplayEvent => ({
  type: 3,
  timestamp,
  data: { source: 2, type: { click: 2, focus: 5, blur: 6 }[type], id },
});
const marks = (...events: ReplayEvent[]) =>
  showFocus([snapshot, ...events]).flatMap(({ timestamp, data }) =>
    'attributes' in data
      ? (data.attributes as { id: number; attributes: object }[]).map(
          ({ id, attributes }) => `${timestamp} ${id} ${Object.values(attributes)[0]}`,
        )
      : [],
  );

test('the mark goes where the keyboard goes, and away with it', () => {
  expect(marks(doing(10, 'focus', 2), doing(20, 'blur', 2), doing(5000, 'focus', 3))).toEqual([
    '10 2 ring',
    '20 2 null',
    '5000 3 ring',
  ]);
  expect(marks(doing(10, 'focus', 2), doing(20, 'focus', 5))).toEqual([
    '10 2 ring',
    '20 2 null',
    '20 5 ring',
  ]);
  expect(marks(doing(10, 'focus', 2), doing(20, 'blur', 3))).toEqual(['10 2 ring']);
});

test('what is pressed shows no ring, unless words are written in it', () => {
  const press = (id: number) => marks(doing(2000, 'focus', id), doing(2100, 'click', id));
  expect(press(2)).toEqual(['2000 2 ring']);
  expect(press(5)).toEqual(['2000 5 ring']);
  expect(press(3)).toEqual(['2000 3 yes']);
  expect(press(4)).toEqual(['2000 4 yes']);
});

test('a document, and what is not there, has no mark', () => {
  expect(marks(doing(10, 'focus', 9), doing(20, 'focus', -1), doing(30, 'blur', 9))).toEqual([]);
});

test('behind a snapshot it is told whether what has the keyboard showed a ring', () => {
  const told = (id: number): ReplayEvent => ({
    type: 3,
    timestamp: 10,
    data: { source: 2, type: 5, id, ringless: true } as never,
  });
  expect(marks(told(3))).toEqual(['10 3 yes']);
  expect(marks(told(2))).toEqual(['10 2 ring']);
});
