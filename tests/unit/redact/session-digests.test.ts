import { expect, test } from 'vitest';
import { createRedactor, createSessionDigests } from '../../../lib/redact/index.ts';
import { element, snapshot, words } from './trees.ts';

test('a name or number one document learned is masked in the next, where no label stands', () => {
  const one = createRedactor({ digests: createSessionDigests('k') });
  one.redactLabelled('姓名', '欧阳晓禾');
  one.redactLabelled('社保号', '990100458213');
  const told = one.memory.digests?.takeFresh() ?? [];
  expect(told).toHaveLength(2);
  expect(told.join()).not.toMatch(/欧阳|9901/);
  const two = createRedactor({ digests: createSessionDigests('k', told) });
  const { event } = two.redactEvent(
    snapshot([element('h2', {}, ['欧阳晓禾的办件']), element('p', { title: '见990100458213' }, ['共3件'])]),
  );
  expect(words(event.data.node)).toBe('〔姓名〕的办件|共3件');
  expect(JSON.stringify(event)).not.toContain('990100458213');
});

test('a document that is open hears what another has learned', () => {
  const digests = createSessionDigests('k');
  const { redactText } = createRedactor({ digests });
  expect(redactText('张晓禾的空间').text).toBe('张晓禾的空间');
  const other = createSessionDigests('k');
  other.add('name', '张晓禾');
  digests.addKnown(other.takeFresh());
  expect(redactText('张晓禾的空间').text).toBe('〔姓名〕的空间');
  expect(other.takeFresh()).toEqual([]);
});

test('digests of another session mean nothing, and broken ones do no harm', () => {
  const other = createSessionDigests('other');
  other.add('name', '张晓禾');
  const { redactText } = createRedactor({
    digests: createSessionDigests('k', [...other.takeFresh(), '', 'x', 'a b']),
  });
  expect(redactText('张晓禾的空间，共118条').text).toBe('张晓禾的空间，共118条');
});
