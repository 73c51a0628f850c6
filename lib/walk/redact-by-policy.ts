import type { RedactionPolicy } from '../redact/policy.ts';
import { quietUrl } from '../redact/quiet-url.ts';
import type { SessionRow, WalkDependencies } from './types.ts';

type Redact = WalkDependencies['redact'];

/**
 * The background's own redaction as the open walk wants it: by its programme's policy, and of a walk of which nothing
 * but metrics may be kept addresses without any part that could be a name.
 */
export function byPolicy(
  floor: Redact,
  session: () => Pick<SessionRow, 'privacy' | 'policy'> | undefined,
): Redact {
  let known: { policy: RedactionPolicy; redact: Pick<Redact, 'text' | 'url'> } | undefined;
  const now = (): Pick<Redact, 'text' | 'url'> => {
    const applied = session()?.policy;
    if (!applied || applied.source === 'builtin' || !floor.by) return floor;
    const policy = applied.redaction;
    if (known?.policy !== policy) known = { policy, redact: floor.by(policy) };
    return known.redact;
  };
  return {
    ...floor,
    text: (text) => now().text(text),
    url(url, profile) {
      const clean = now().url(url, profile);
      return session()?.privacy === 'metrics' ? quietUrl(clean) : clean;
    },
  };
}
