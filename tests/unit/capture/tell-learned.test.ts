import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLearnedTeller } from '../../../lib/capture/tell-learned.ts';
import { createSessionDigests } from '../../../lib/redact/index.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what one form has taught is told once and together; nothing learned, nothing told', () => {
  const told: string[][] = [];
  const digests = createSessionDigests('k', [], () => teller.soon());
  const teller = createLearnedTeller(digests, async (list) => void told.push(list));
  teller.tell();
  expect(told).toEqual([]);
  digests.add('name', '张晓禾');
  digests.add('account', 'zhangxiaohe');
  digests.add('name', '张晓禾');
  vi.runAllTimers();
  teller.tell();
  expect(told.map((list) => list.length)).toEqual([2]);
});

test('what the background did not hear is told again', async () => {
  const told: string[][] = [];
  let deaf = true;
  const digests = createSessionDigests('k', [], () => teller.soon());
  const teller = createLearnedTeller(digests, async (list) => {
    if (deaf) throw new Error('no receiver');
    told.push(list);
  });
  digests.add('name', '张晓禾');
  await vi.runAllTimersAsync();
  deaf = false;
  digests.add('name', '欧阳晓禾');
  await vi.runAllTimersAsync();
  expect(told.map((list) => list.length)).toEqual([2]);
});
