import { expect, it, vi } from 'vitest';
import { accessibleName } from '../../../lib/capture/accessible-name.ts';
import { findWordsPath } from '../../../lib/capture/words-path.ts';
import { lookForWritten, writtenIds } from '../../../lib/capture/written-places.ts';
import { pageOf } from './page-of.ts';

const html =
  '<ul><li>意见：<span contenteditable="true"><b>窗口太少</b></span></li></ul><label>备注<textarea>窗口太少</textarea></label><p>说明</p>';
const find = (of: string) => {
  const element = pageOf(html).querySelector(of);
  if (!element) throw new Error(`no ${of} in the page`);
  return element;
};

it('what was typed into the page itself is no name of anything, nor a way to it', () => {
  for (const of of ['li', 'span', 'b', 'label', 'textarea']) {
    expect(accessibleName(find(of)), of).not.toContain('窗口');
    expect(
      findWordsPath(find(of), (text) => text),
      of,
    ).toBeUndefined();
  }
  expect(accessibleName(find('p'))).toBe('说明');
});

/** Ids as a recording gives them, one after the other; a node's text says it by the letters in it. */
function numbered(page: Document) {
  const ids = new Map<Node, number>();
  const give = (node: Node) => {
    ids.set(node, ids.size + 1);
    for (const child of node.childNodes) give(child);
  };
  give(page);
  const idOf = (node: Node) => ids.get(node) ?? -1;
  const words = (found: Set<number>) =>
    [...ids]
      .filter(([node, id]) => found.has(id) && node.nodeType === 3)
      .map(([{ textContent }]) => textContent)
      .join('');
  return { idOf, words };
}

const parts =
  '<p>甲</p><div contenteditable="true">乙<b>丙</b><i contenteditable="false">丁<u contenteditable>戊</u></i>' +
  '<em contenteditable>己</em></div><div contenteditable="false">庚</div><div contenteditable="">辛<form><input name="firstChild">壬</form></div>';

it('all nodes in what can be written in are found, but for the islands in it', () => {
  const page = pageOf(parts);
  const { idOf, words } = numbered(page);
  const found = writtenIds([page], idOf);
  expect(words(found)).toBe('乙丙戊己辛壬');
  for (const part of page.querySelectorAll('[contenteditable]'))
    expect(found.has(idOf(part)), part.outerHTML).toBe(part.getAttribute('contenteditable') !== 'false');
  expect(found.has(idOf(page))).toBe(false);
  expect(found.has(-1)).toBe(false);
});

it('a document that is an editor is one with all that stands in it', () => {
  const page = pageOf(parts);
  Object.assign(page, { designMode: 'on' });
  const { idOf, words } = numbered(page);
  const found = writtenIds([page], idOf);
  expect(words(found)).toBe('甲乙丙戊己辛壬');
  expect(found.has(idOf(page))).toBe(true);
});

it('a part that becomes one later is found, and the page is looked through once for what is asked at one go', async () => {
  const page = pageOf('<div id="late"><p>甲</p></div>');
  const { idOf } = numbered(page);
  const late = page.querySelector('#late') as Element;
  const places = vi.fn(() => [page]);
  const isWritten = lookForWritten(places, idOf);
  expect(isWritten(idOf(late))).toBe(false);
  late.setAttribute('contenteditable', 'true');
  expect(isWritten(idOf(page.body))).toBe(false);
  expect(places).toHaveBeenCalledTimes(1);
  await Promise.resolve();
  expect(isWritten(idOf(late))).toBe(true);
  expect(isWritten(idOf(late.firstChild?.firstChild as Node))).toBe(true);
  expect(places).toHaveBeenCalledTimes(2);
});
