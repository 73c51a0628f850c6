import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { labelOf } from '../../../lib/capture/describe-element.ts';
import { findSelectors } from '../../../lib/capture/find-selectors.ts';
import { redactWordsOf } from '../../../lib/capture/redact-words-of.ts';
import { createRedactor } from '../../../lib/redact/index.ts';
import { pageOf } from './page-of.ts';

let words: (text: string) => string;
beforeEach(() => {
  const { redactLabelled, redactText } = createRedactor();
  redactLabelled('姓名', '禤国维');
  redactLabelled('验证码', '483920');
  words = (text) => redactText(text).text;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function told(html: string, of: string) {
  const document = pageOf(html);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  const element = document.querySelector(of);
  if (!element) throw new Error(`no ${of} in the page`);
  const redactText = redactWordsOf(element, words);
  return {
    label: redactText(labelOf(element)),
    selectors: findSelectors(element, { privacy: 'full', redactText }).join(' '),
  };
}

describe('what is told of a clicked element', () => {
  it.each([
    ['a name that only its label tells', '<ul><li role="option">禤国维</li></ul>', 'li', '〔姓名〕'],
    ['a code', '<p><button>483920</button></p>', 'button', '〔验证码〕'],
    [
      'both in a row that is clicked, which says them without a gap',
      '<table><tr onclick=""><td>1</td><td>禤国维</td><td> 483920 </td><td>已办结</td></tr></table>',
      'tr',
      '1〔姓名〕 〔验证码〕 已办结',
    ],
  ])('holds no %s', (_what, html, of, label) => {
    const found = told(html, of);
    expect(found.label).toBe(label);
    expect(found.selectors).not.toMatch(/禤国维|483920|text\/|aria\//);
  });

  it('keeps what it says to everybody', () => {
    expect(told('<p><button><b>提交</b> 申请</button></p>', 'button')).toMatchObject({
      label: '提交 申请',
      selectors: expect.stringContaining('aria/提交 申请[role="button"]'),
    });
  });
});
