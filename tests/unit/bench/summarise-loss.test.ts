import { expect, it } from 'vitest';
import { type Result, summariseLoss } from '../../bench/loss/summarise-loss.ts';

const walk = (lostMs: number, more: Partial<Result> = {}): Result => ({
  kind: 'browser',
  afterMs: 2000,
  lostMs,
  lostAfterAck: 0,
  recovered: true,
  ...more,
});

it('a walk of which nothing was kept is not recovered, and does not hide what the others lost', () => {
  const line = summariseLoss([walk(300), walk(Infinity), walk(700), walk(100, { recovered: false })], 1);
  expect(JSON.parse(JSON.stringify(line))).toMatchObject({ kills: 4, maxLostMs: 700, unrecovered: 2 });
  expect(summariseLoss([walk(Infinity)], 1)).toMatchObject({ maxLostMs: null, unrecovered: 1 });
});
