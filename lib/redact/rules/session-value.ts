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
    const known = [...digests.find(normal), ...findEncoded(normal, digests.find)];
    // Words that somebody typed are looked for where a page is recorded alone: they may have stood on a page before.
    const typed = memory?.wholes ? digests.findTyped(normal) : [];
    return typed.length > 0 ? [...known, ...typed] : known;
  },
};
