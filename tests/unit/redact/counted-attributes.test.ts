import { expect, it } from 'vitest';
import { redactAttributes } from '../../../lib/redact/event/redact-attributes.ts';

/** Style sheets of kits show such attributes (`attr(data-count)`), and without them a line is missing. */
it.each([
  ['0 / 50', '0 / 50'],
  ['12/500', '12/500'],
  ['60%', '60%'],
  ['33.5%', '33.5%'],
  ['1990/12/05', ''],
  ['12345/678901', ''],
  ['31.23, 121.47', ''],
  ['张三 / 50', ''],
])('an attribute of a page’s own that says "%s" is kept as "%s"', (given, kept) => {
  const attributes = { 'data-count': given };
  expect(redactAttributes(attributes, { tag: 'div' }, { found: {} })).toEqual({ 'data-count': kept });
});
