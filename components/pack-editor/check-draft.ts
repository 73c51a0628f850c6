import { checkProgramme, type PackFault } from '../../lib/model/check-programme.ts';
import { describeIssue } from '../../lib/model/describe-issue.ts';
import { Programme } from '../../lib/model/programme.ts';
import { SiteProfile } from '../../lib/model/site-profile.ts';

/** What an import would refuse a programme for, while it is being edited. */
export function checkProgrammeDraft(draft: Record<string, unknown>): PackFault[] {
  const parsed = Programme.safeParse(draft);
  return parsed.success
    ? checkProgramme(parsed.data)
    : parsed.error.issues.map((issue) => describeIssue(issue, draft));
}

/** The same for a site profile. */
export function checkSiteDraft(draft: Record<string, unknown>): PackFault[] {
  const parsed = SiteProfile.safeParse(draft);
  return parsed.success ? [] : parsed.error.issues.map((issue) => describeIssue(issue, draft));
}
