import { afterEach, expect, it, vi } from 'vitest';
import { type Mark, sweepPage } from '../../../lib/capture/sweep-page.ts';
import { pageOf } from './page-of.ts';

afterEach(() => vi.unstubAllGlobals());

const marked = `
  <div id="toast" class="el-message el-message--error" role="alert"></div>
  <div id="fine" class="el-message el-message--success" role="alert"></div>
  <div id="box" class="modal show"></div>
  <div id="closed" class="modal"></div>
  <div id="told" class="el-notification
    is-error"></div>
  <p id="plain" role="status"></p>
  <dialog id="open" open></dialog><dialog id="shut"></dialog>
  <form class="form"><label id="wrong" class="error">必填</label><div id="item" class="el-form-item__error"></div></form>
  <div id="busy" aria-busy="true"></div><div id="idle" aria-busy="false"></div>
  <div id="turns" role="progressbar"></div><div id="told-far" role="progressbar" aria-valuenow="3"></div>
  <div id="mask" class="el-loading-mask is-fullscreen"></div>
  <p id="alert" role="alert"></p><div id="done" class="layui-layer-msg"></div>
  <div id="sex" role="radiogroup"></div><input id="box2" role="switch">
  <div class="has-error"><span id="block" class="help-block"></span></div><span class="help-block"></span>
  <input aria-invalid="true" aria-errormessage="four"><small id="four"></small><input aria-errormessage="five"><small id="five"></small>
  <div id="slide" class="my-slide-verify-box"></div><div id="piece" class="puzzle-box"></div>
  <div class="form-item is-error"><input aria-invalid="true"><p id="item-alert" role="alert">必填</p></div>
  <p id="red" class="text-danger"></p><p id="tip" class="err-tip"></p><p class="errand"></p><div id="bubble" class="tooltip-content"></div>
  <div id="nprogress"><div id="bar" role="bar"></div></div><div role="bar"></div>
  <div id="bones" class="el-skeleton is-animated"></div><div class="el-skeleton"></div>
  <div class="form-item"><input><p id="item-tip" role="alert">提示</p></div>`;
const padding = '<p class="text">一</p>'.repeat(2000);

const found: Record<Mark, string[]> = {
  notice: [
    'alert',
    'box',
    'fine',
    'item',
    'item-alert',
    'item-tip',
    'open',
    'plain',
    'toast',
    'told',
    'wrong',
  ],
  error: ['toast', 'told'],
  message: ['alert', 'done', 'item-tip'],
  validation: ['block', 'four', 'item', 'item-alert', 'wrong'],
  bubble: ['bubble'],
  atField: ['red', 'tip', 'wrong'],
  spinner: ['bar', 'bones', 'busy', 'mask', 'turns'],
  slider: ['slide'],
  puzzle: ['piece'],
  drawn: ['sex'],
};

it.each([
  ['small', marked],
  ['large', `${marked}${padding}`],
])('finds the same on a %s page, each once', (_size, html) => {
  pageOf(html);
  const swept = Object.entries(sweepPage()).map(([mark, elements]) => [
    mark,
    elements.map(({ id }) => id).sort(),
  ]);
  expect(Object.fromEntries(swept)).toEqual(found);
});

it('finds what hangs on the body behind a page too long to be read', () => {
  pageOf(`<section>${'<p><b></b></p>'.repeat(9000)}</section><div id="late" class="toast"></div>`);
  expect(sweepPage().notice.map(({ id }) => id)).toEqual(['late']);
});
