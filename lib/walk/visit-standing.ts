import type { Visit } from '../model/visit.ts';
import { isIdentityAddress } from './current-walk.ts';
import { stageOf } from './page-facts.ts';
import type { OpenWalk, WalkDependencies } from './types.ts';

/** The visit of a page that stands in a tab already, and whose own coming is none of the walk's. */
export function visitStanding(
  walk: OpenWalk,
  page: Pick<Visit, 'id' | 'at' | 'tab' | 'kind' | 'url'>,
  redact: WalkDependencies['redact'],
): Visit {
  return {
    ...page,
    frame: 0,
    url: redact.url(page.url, walk.profile),
    title: '',
    identity: isIdentityAddress(page.url, walk.profile),
    back: false,
    redirects: 0,
    ...stageOf(page.url, walk.profile),
  };
}
