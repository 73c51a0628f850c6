import { plainPathsOf, type SiteProfile } from '../model/site-profile.ts';
import { type QuietRules, quietUrl } from '../redact/quiet-url.ts';
import type { SessionDigests } from '../redact/session-digests.ts';
import type { KnownToRedact, SessionRow, WalkDependencies } from './types.ts';

type Redact = WalkDependencies['redact'];

/** What may be left of addresses where nothing but metrics is kept. */
export function quietRulesOf(
  { markKey }: Pick<SessionRow, 'markKey'>,
  profile: SiteProfile | undefined,
): QuietRules {
  return { plainPaths: plainPathsOf(profile), key: markKey };
}

/**
 * The background's own redaction as the open walk wants it: by its programme's policy, by what its pages have learned,
 * and of a walk of which nothing but metrics may be kept addresses without any part that could be a name.
 */
export function byPolicy(
  floor: Redact,
  session: () => Pick<SessionRow, 'privacy' | 'policy' | 'markKey'> | undefined,
  digests: () => SessionDigests | undefined = () => undefined,
): Redact {
  let made: { known: KnownToRedact; redact: Pick<Redact, 'text' | 'url'> } | undefined;
  const now = (): Pick<Redact, 'text' | 'url'> => {
    const walk = session();
    if (!walk || !floor.by) return floor;
    const known: KnownToRedact = {
      ...(walk.policy && walk.policy.source !== 'builtin' ? { policy: walk.policy.redaction } : {}),
      ...(walk.markKey ? { tagKey: walk.markKey } : {}),
    };
    const heard = digests();
    if (heard) known.digests = heard;
    const isSame =
      made?.known.policy === known.policy &&
      made?.known.tagKey === known.tagKey &&
      made?.known.digests === known.digests;
    if (!made || !isSame) made = { known, redact: floor.by(known) };
    return made.redact;
  };
  return {
    ...floor,
    text: (text) => now().text(text),
    url(url, profile) {
      const clean = now().url(url, profile);
      const walk = session();
      return walk?.privacy === 'metrics' ? quietUrl(clean, quietRulesOf(walk, profile)) : clean;
    },
  };
}
