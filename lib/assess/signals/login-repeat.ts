import type { SessionReport } from '../../model/report.ts';
import { addressOf } from '../../model/site-profile.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { incidentsOf, sightingsOf } from './incidents-of.ts';
import { isLoginPage } from './places.ts';
import { unseenPart, unseenPlaces } from './seen.ts';

type Meeting = { id: string; at: number; tab: number; frame: number; url: string; login: boolean };

/**
 * How often a login page came up again after the first: every stay on login pages but the first. A wrong password, a
 * reload and the way from one login page to the next are one stay; it ends with the next page that is none.
 *
 * Login pages of the unified login are known by their address, so this is seen on every walk. Threshold 0: one login
 * for all (checklists: 身份认证功能是否全面融合).
 */
export const loginRepeat = defineSignal({
  code: 'login_repeat',
  unit: 'count',
  threshold: 0,
  source: '辽宁、威海检查表：身份认证功能是否全面融合; none',
  measure(report) {
    const unseen = unseenPlaces(report);
    if (unseen) return { value: null, unseen };
    const stays = loginStays(report);
    const again = stays.slice(1);
    return {
      value: again.length,
      evidence: again.map((each) => evidenceOf(each, { text: each.url })),
      unseen: stays.length ? undefined : loginPagesHidden(report),
    };
  },
});

function loginPagesHidden(report: SessionReport) {
  const part = unseenPart(report);
  return part === 'identity-host' ? undefined : part;
}

/** The first sign of each stay on login pages. */
function loginStays(report: SessionReport): Meeting[] {
  const forms = [...sightingsOf(report, 'login-form'), ...incidentsOf(report, 'login-again')];
  const formsAt = new Set(forms.map((form) => `${form.tab} ${addressOf(form.url)}`));
  const meetings = byTime<Meeting>([
    ...forms.map((form) => ({ ...form, login: true })),
    ...report.visits
      .filter((visit) => visit.kind !== 'tab' && visit.kind !== 'wizard')
      .filter((visit) => visit.frame === 0 || isLoginPage(visit))
      // A page with a login form on it is told by that form, before or after its visit.
      .map((visit) => ({
        ...visit,
        login: isLoginPage(visit) || formsAt.has(`${visit.tab} ${addressOf(visit.url)}`),
      })),
  ]);
  return meetings.filter((each, index) => each.login && !meetings[index - 1]?.login);
}
