import { expect, it } from 'vitest';
import { accessibleName } from '../../../lib/capture/accessible-name.ts';
import { findWordsPath } from '../../../lib/capture/words-path.ts';
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
