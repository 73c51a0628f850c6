import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hidesWays } from '../../../lib/capture/lean/form-ways.ts';

/** The browser's classes, as far as they are asked; a field is an own property of its form. */
class FakeNode {
  get parentNode() {
    return 'the parent';
  }
  get nodeType() {
    return 1;
  }
}
class FakeElement extends FakeNode {
  get localName() {
    return 'form';
  }
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('Node', FakeNode);
  vi.stubGlobal('Element', FakeElement);
});
afterEach(() => vi.unstubAllGlobals());

test('a form’s own properties are read where its fields hide them', async () => {
  const { ownOf } = await import('../../../lib/capture/lean/form-ways.ts');
  const form = new FakeElement() as unknown as Element;
  for (const name of ['parentNode', 'nodeType', 'localName'])
    Object.defineProperty(form, name, { value: { field: name } });
  expect(form.parentNode).toEqual({ field: 'parentNode' });
  expect(ownOf(form, 'parentNode')).toBe('the parent');
  expect(ownOf(form, 'nodeType')).toBe(1);
  expect(ownOf(form, 'localName')).toBe('form');
});

test('a field’s name tells whether it hides one', () => {
  expect(['nodeType', 'parentNode', 'tagName', 'firstChild'].map(hidesWays)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['xm', 'type', '', null].map(hidesWays)).toEqual([false, false, false, false]);
});
