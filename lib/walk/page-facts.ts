import { metricsStretches } from '../model/consent.ts';
import { findStageRule, type SiteProfile } from '../model/site-profile.ts';
import type { Visit } from '../model/visit.ts';
import type { OpenWalk, SessionRow, WalkDependencies } from './types.ts';
import type { VisitLog } from './visit-log.ts';

/**
 * Address and title of what a tab shows, as they may be kept: the title is the one that the page itself has told. In a
 * pause they are those of the page before it, as what is opened in a pause is none of the walk's; empty where none is known.
 */
export async function pageShown(
  { session, profile }: OpenWalk,
  tab: { id?: number | undefined; url?: string | undefined } | undefined,
  { log, redact }: { log: VisitLog; redact: WalkDependencies['redact'] },
): Promise<{ url: string; title: string }> {
  const pausedAt = session.pauses.find((pause) => pause.to === undefined)?.from;
  if (pausedAt !== undefined) {
    const isPage = ({ frame, kind, at }: Visit) => frame === 0 && kind !== 'tab' && at <= pausedAt;
    const last =
      (await log.back(session.id, (visit) => isPage(visit) && visit.tab === tab?.id)) ??
      (await log.back(session.id, isPage));
    if (!last) return { url: '', title: '' };
    return session.privacy === 'full'
      ? { url: last.url, title: last.title }
      : { url: redact.url(last.url, profile), title: '' };
  }
  const url = tab?.url ? redact.url(tab.url, profile) : '';
  const visit = tab?.id === undefined ? undefined : await log.latest(session.id, tab.id, 'page');
  return { url, title: visit && visit.url === url && session.privacy === 'full' ? visit.title : '' };
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
