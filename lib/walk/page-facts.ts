import { metricsStretches } from '../model/consent.ts';
import { findStageRule, type SiteProfile } from '../model/site-profile.ts';
import type { Visit } from '../model/visit.ts';
import { isIdentityAddress } from './current-walk.ts';
import type { SessionRow, WalkDependencies } from './types.ts';

/** A page's title as it may be kept: none of an identity host, none where no text of a page is recorded. */
export function titleFor(
  page: { url?: string | undefined; title?: string | undefined } | undefined,
  privacy: SessionRow['privacy'],
  profile: SiteProfile | undefined,
  redact: WalkDependencies['redact'],
): string {
  if (privacy === 'metrics' || isIdentityAddress(page?.url ?? '', profile)) return '';
  return redact.text(page?.title ?? '').slice(0, 200);
}

/**
 * Whether a row of this moment may be given words of the page now: not when metrics alone were kept then, or the row
 * would outlive the erasing of a later stretch with words that nobody consented to.
 */
export const mayTakeWords = (session: SessionRow, at: number): boolean =>
  session.privacy === 'full' &&
  !metricsStretches(session, Date.now()).some(({ from, to }) => at >= from && at < to);

/** Stage and step name that the profile's rules give an address. */
export function stageOf(url: string, profile: SiteProfile | undefined): Pick<Visit, 'stage' | 'ruleName'> {
  const rule = findStageRule(url, profile);
  return rule ? { stage: rule.stage, ...(rule.name ? { ruleName: rule.name } : {}) } : {};
}
