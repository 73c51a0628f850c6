import { findEncoded } from '../encoded-runs.ts';
import type { Rule } from '../types.ts';

/** Values that a label named in another document of the session, by their keyed digests. */
export const sessionValue: Rule = {
  name: 'session-value',
  kind: 'name',
  inNames: true,
  unprompted: true,
  find(normal, _original, memory) {
    const { digests } = memory ?? {};
    if (!digests || digests.size === 0) return [];
    return [...digests.find(normal), ...findEncoded(normal, digests.find)];
  },
};
