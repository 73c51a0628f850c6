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

test('a name is masked where an address or a message spells it in percent signs, and what stands around it stays', () => {
  const encoded = encodeURIComponent('欧阳晓禾');
  for (const learner of [
    createRedactor({ digests: createSessionDigests('k', digestsOf('欧阳晓禾')) }),
    createRedactor(),
  ]) {
    if (!learner.memory.digests) learner.redactLabelled('姓名', '欧阳晓禾');
    const { redactText } = learner;
    expect(redactText(`at https://p.example/u/${encoded}:7:41 ok`).text).toBe(
      'at https://p.example/u/〔姓名〕:7:41 ok',
    );
    expect(redactText(`GET /u/${encoded}/files 500`).text).toBe('GET /u/〔姓名〕/files 500');
    expect(redactText('GET /u/%E5%8A%9E%E4%BA%8B 100% %zz').text).toBe('GET /u/%E5%8A%9E%E4%BA%8B 100% %zz');
  }
});

const digestsOf = (name: string) => {
  const digests = createSessionDigests('k');
  digests.add('name', name);
  return digests.takeFresh();
};

test('digests of another session mean nothing, and broken ones do no harm', () => {
  const other = createSessionDigests('other');
  other.add('name', '张晓禾');
  const { redactText } = createRedactor({
    digests: createSessionDigests('k', [...other.takeFresh(), '', 'x', 'a b']),
  });
  expect(redactText('张晓禾的空间，共118条').text).toBe('张晓禾的空间，共118条');
});
