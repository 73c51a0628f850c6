import { expect, it } from 'vitest';
import { redactAttributes } from '../../../lib/redact/event/redact-attributes.ts';

const shown = (tag: string, attributes: Record<string, string>) =>
  redactAttributes(attributes, { tag }, { found: {} });
it.each([
  ['body', '#003300', '#003300'],
  ['body', '#fff', '#fff'],
  ['body', '13800138000', ''],
  ['body', '#13800138000', ''],
  ['body', '123456', ''],
  ['zw-said', '#123456', ''],
  ['zw-said', '张三丰', ''],
  // Of a change nobody says whose it is.
  ['', '#123456', '#123456'],
  ['', '123456', ''],
])('of %s what is called text and link and says %s is kept as "%s"', (tag, given, kept) => {
  expect(shown(tag, { text: given, link: given })).toEqual({ text: kept, link: kept });
});
