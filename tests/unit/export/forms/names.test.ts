import { expect, it } from 'vitest';
import { itemText, shortId } from '../../../../lib/export/lists/names.ts';
import { formSource } from '../../../support/form-sources.ts';

const printed = (channel: string) => itemText(formSource('s', { channel }).report.session).split('\n')[1];

it.each([
  ['云岭省政务服务网 PC端', '(云岭省政务服务网PC端)'],
  ['云岭省政务服务网（演练） PC端', '(云岭省政务服务网（演练）PC端)'],
  ['“视频办” APP', '(“视频办”APP)'],
  ['Yunling Gov APP', '(Yunling Gov APP)'],
])('%s is printed without a space beside Chinese, also beside its brackets and quotes', (channel, words) => {
  expect(printed(channel)).toBe(words);
});

it.each([
  ['2b706f210de0449d99c7f0687fe396b4', '2b706f21'],
  ['2b706f21-0de0-449d-99c7-f0687fe396b4', '2b706f21'],
  ['ws-0512-01', 'ws-0512-01'],
])('a record %s is named %s: the beginning of a random name, all of a telling one', (id, name) => {
  expect(shortId(id)).toBe(name);
});
