import type { LearnedValues, Learner } from './learned-values.ts';

type Kept = { version: number; digests: number; answers: Map<string, string> };

/**
 * What has been answered in one document, as long as nothing more is learned, here or elsewhere: pages say the same
 * again and again. At most `most` answers.
 */
export function createKeptAnswers(most: number): (memory: Learner) => Map<string, string> {
  const kept = new WeakMap<LearnedValues, Kept>();
  return ({ learned, digests }) => {
    const known = digests?.size ?? 0;
    const before = kept.get(learned);
    if (before?.version === learned.version && before.digests === known && before.answers.size < most)
      return before.answers;
    const answers = new Map<string, string>();
    kept.set(learned, { version: learned.version, digests: known, answers });
    return answers;
  };
}
