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
const doing = (timestamp: number, type: 'click' | 'focus' | 'blur', id: number, more = {}): ReplayEvent => ({
  type: 3,
  timestamp,
  data: { source: 2, type: { click: 2, focus: 5, blur: 6 }[type], id, ...more },
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

test('it shows no ring where the browser drew none', () => {
  expect(marks(doing(2000, 'focus', 3, { ringless: true }), doing(2100, 'click', 3))).toEqual(['2000 3 yes']);
  expect(marks(doing(2000, 'click', 3), doing(2100, 'focus', 4))).toEqual(['2100 4 ring']);
});

test('a document, and what is not there, has no mark', () => {
  expect(marks(doing(10, 'focus', 9), doing(20, 'focus', -1), doing(30, 'blur', 9))).toEqual([]);
});
