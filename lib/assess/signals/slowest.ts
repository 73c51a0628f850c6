import type { SignalEvidence, UnseenReason } from '../../model/signal.ts';
import type { Measured } from './define-signal.ts';

/**
 * The longest of several times: its milliseconds, with every one over the limit as evidence, or, when none is, the
 * longest alone; each with its own. Null when there was none.
 */
export function slowest(
  times: readonly { ms: number; evidence: SignalEvidence }[],
  limit: number,
  unseen?: UnseenReason,
): Measured {
  let longest = times[0];
  for (const time of times) if (longest && time.ms > longest.ms) longest = time;
  if (!longest) return { value: null, unseen: unseen ?? 'nothing-to-measure' };
  const over = times.filter((time) => time.ms > limit);
  return {
    value: longest.ms,
    evidence: (over.length ? over : [longest]).map(({ ms, evidence }) => ({ ...evidence, ms })),
    unseen,
  };
}
