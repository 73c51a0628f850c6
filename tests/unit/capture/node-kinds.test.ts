import { expect, it } from 'vitest';
import { isElement, isNode, isShadowRoot, isTag, isText } from '../../../lib/capture/node-kinds.ts';
import { pageOf } from './page-of.ts';

const document = pageOf('<input id="field"><p>字</p>');
const field = document.getElementById('field');
const text = document.querySelector('p')?.firstChild;

it('knows nodes by what they say of themselves', () => {
  expect([document, field, text].map(isNode)).toEqual([true, true, true]);
  expect([document, field, text].map(isElement)).toEqual([false, true, false]);
  expect([document, field, text].map(isText)).toEqual([false, false, true]);
  expect(isText({ nodeType: 4 }), 'a section of characters').toBe(true);
  const root = { nodeType: 11, host: field };
  expect([root, { nodeType: 11 }, field].map(isShadowRoot)).toEqual([true, false, false]);
});

it('takes for no node what is none', () => {
  for (const it of [null, undefined, 1, 'text', {}, { window: {} }]) expect(isNode(it)).toBe(false);
});

it('knows HTML’s own elements by name', () => {
  const html = { nodeType: 1, localName: 'input', namespaceURI: 'http://www.w3.org/1999/xhtml' };
  expect(isTag(html, 'input')).toBe(true);
  expect(isTag(html, 'select', 'input')).toBe(true);
  expect(isTag(html, 'select')).toBe(false);
  expect(isTag({ ...html, localName: 'style', namespaceURI: 'http://www.w3.org/2000/svg' }, 'style')).toBe(
    false,
  );
  expect(isTag(document, 'input')).toBe(false);
});
