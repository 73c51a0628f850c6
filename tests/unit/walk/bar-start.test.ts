import { describe, expect, it } from 'vitest';
import type { WalkState } from '../../../lib/model/walk-state.ts';
import { createBarStarts } from '../../../lib/walk/bar-start.ts';

const counts = { steps: 0, actions: 0, incidents: 0, screenshots: 0, painPoints: 0, masked: 0 };
const stateOf = (id: string, actions = 0) =>
  ({
    session: { id, state: 'recording' },
    counts: { ...counts, actions },
    warnings: [],
  }) as unknown as WalkState;

function bars(states: WalkState[]) {
  return createBarStarts({
    readWalk: async () => states.shift() ?? { counts, warnings: [] },
    readPosition: async () => ({ x: 3, y: 4 }),
    texts: { 'bar.tag': '标记痛点' },
  });
}

describe('what a page’s bar begins with', () => {
  it('is nothing without a walk, and nothing known before it was read once', async () => {
    const none = bars([]);
    expect(await none.read()).toBeNull();
    expect(none.lastOf('a')).toBeUndefined();
    none.told(stateOf('a'));
    expect(none.lastOf('a')).toBeUndefined();
  });

  it('is the last state told, where the walker left the bar', async () => {
    const some = bars([stateOf('a')]);
    expect(await some.read()).toEqual({
      state: stateOf('a'),
      position: { x: 3, y: 4 },
      texts: { 'bar.tag': '标记痛点' },
    });
    some.told(stateOf('a', 7));
    some.moved({ x: 50, y: 60 });
    expect(some.lastOf('a')).toMatchObject({ state: { counts: { actions: 7 } }, position: { x: 50, y: 60 } });
  });

  it('is never that of another walk', async () => {
    const some = bars([stateOf('a')]);
    await some.read();
    expect(some.lastOf('b')).toBeUndefined();
    some.told(stateOf('b'));
    expect(some.lastOf('a')).toBeUndefined();
    expect(some.lastOf('b')?.state.session?.id).toBe('b');
  });
});
