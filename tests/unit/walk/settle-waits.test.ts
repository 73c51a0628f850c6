import { describe, expect, it } from 'vitest';
import type { Wait } from '../../../lib/model/wait.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { settleWaits } from '../../../lib/walk/settle-waits.ts';
import type { OpenWalk } from '../../../lib/walk/types.ts';

const wait = (some: Partial<Wait>): Wait => ({
  id: 'first',
  at: 1000,
  to: 5000,
  tab: 1,
  frame: 0,
  kind: 'captcha',
  outcome: 'passed',
  detail: '',
  ...some,
});
const refusal = wait({ id: 'refusal', at: 5100, to: 5100, outcome: 'failed', detail: 'before' });
const walk = { session: { id: 'walk' } } as OpenWalk;

/** As much of the store as is asked: the waits kept before. */
const keeping = (kept: Wait[]) =>
  ({ db: { waits: { where: () => ({ toArray: async () => kept }) } } }) as unknown as Store;

describe('a refusal that a page is born with', () => {
  it('fails the attempt on the page before it, and is no wait of its own', async () => {
    const settled = await settleWaits(keeping([wait({})]), walk, [refusal]);
    expect(settled).toEqual([wait({ outcome: 'failed' })]);
  });

  it('does so when both come in one batch', async () => {
    const settled = await settleWaits(keeping([]), walk, [wait({}), refusal]);
    expect(settled.at(-1)).toEqual(wait({ outcome: 'failed' }));
  });

  it('leaves the attempt failed when its end comes late', async () => {
    const settled = await settleWaits(keeping([wait({ outcome: 'failed' })]), walk, [wait({ to: 5050 })]);
    expect(settled).toEqual([wait({ to: 5050, outcome: 'failed' })]);
  });

  it.each([
    ['another tab', wait({ tab: 2 })],
    ['another kind', wait({ kind: 'sms' })],
    ['long before', wait({ at: 1, to: 2 }), { ...refusal, at: 90_000, to: 90_000 }],
  ])('stays a wait of its own when the attempt is of %s', async (_what, kept, told = refusal) => {
    expect(await settleWaits(keeping([kept]), walk, [told])).toEqual([told]);
  });
});
