import { expect, it } from 'vitest';
import type { ReplayNode } from '../../../lib/replay/replay-event.ts';
import { createScrubber } from '../../../lib/replay/scrub-events.ts';
import { change, element, page, snapshot } from './sample-streams.ts';

/** What becomes of a field of a page, as it is told and as it changes. */
function shown(tag: string, attributes: Record<string, string>, ...changes: object[]) {
  const scrubber = createScrubber();
  const first = scrubber.scrub(snapshot(1, page(element(9, tag, attributes))));
  let field: ReplayNode | undefined;
  const find = (node: ReplayNode) => {
    if (node.id === 9) field = node;
    node.childNodes?.forEach(find);
  };
  if (first?.type === 2) find(first.data.node);
  const later = changes.map((data, n) => scrubber.scrub(change(2 + n, data as never))?.data);
  return { first: field?.attributes, later };
}
const input = (text: string) => ({ source: 5, id: 9, text, isChecked: false });
const attribute = (attributes: object) => ({ source: 0, attributes: [{ id: 9, attributes }] });
const changed = (attributes: object) => expect.objectContaining({ attributes: [{ id: 9, attributes }] });

it.each(['number', 'date', 'Month', 'week', 'time', 'datetime-local', 'range', 'color'])(
  'a masked field of the type %s is one for any words while something stands in it',
  (type) => {
    const { first, later } = shown('input', { value: '••', type }, input(''), input('•••'));
    const own = { type: 'text', 'zyb-type': type.toLowerCase() };
    expect(first).toEqual({ ...own, value: '••' });
    expect(later).toEqual([
      changed({ type, 'zyb-type': null, value: '' }),
      changed({ ...own, value: '•••' }),
    ]);
  },
);

it('values that are not masked, other types and other elements stay as they are', () => {
  expect(shown('input', { type: 'number', value: '12' }).first).toEqual({ type: 'number', value: '12' });
  expect(shown('input', { type: 'email', value: '••' }).first).toEqual({ type: 'email', value: '••' });
  expect(shown('button', { type: 'number', value: '••' }).first).toEqual({ type: 'number', value: '••' });
  expect(shown('input', { type: 'email' }, input('••')).later).toEqual([input('••')]);
});

it('an attribute changes the value until somebody fills the field in; its type goes first', () => {
  const value = attribute({ value: '••' });
  const { later } = shown(
    'input',
    { type: 'date' },
    value,
    input('•'),
    value,
    attribute({ type: 'text' }),
    value,
  );
  expect(later[0]).toEqual(changed({ type: 'text', 'zyb-type': 'date', value: '••' }));
  expect(JSON.stringify(later[0])).toMatch(/"type":"text".*"value"/);
  expect(later[2]).toEqual(changed({}));
  expect(later[3]).toEqual(changed({ type: 'text', 'zyb-type': null }));
  expect(later[4]).toEqual(changed({ value: '••' }));
});
