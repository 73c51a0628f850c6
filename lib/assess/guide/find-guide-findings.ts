import type { GuideFinding } from '../../model/guide-finding.ts';
import type { SessionReport } from '../../model/report.ts';
import {
  bookingWantsAddress,
  feeWantsStandard,
  fullyOnlineZeroVisits,
  guidesDiffer,
  noVisitNeedsMail,
  promiseWithinLegal,
  visitsNeedReason,
} from './consistency-rules.ts';
import type { GuideRuleFunction } from './finding-about.ts';
import { guideSpans } from './guide-spans.ts';
import { absentCore, blankFields } from './missing-rules.ts';
import { materialsAsked, sentAway, singleSignOn } from './reality-rules.ts';

/** Every rule, in the order in which findings are shown: what the walk met first. */
const rules: readonly GuideRuleFunction[] = [
  singleSignOn,
  sentAway,
  materialsAsked,
  guidesDiffer,
  visitsNeedReason,
  noVisitNeedsMail,
  fullyOnlineZeroVisits,
  promiseWithinLegal,
  feeWantsStandard,
  bookingWantsAddress,
  blankFields,
  absentCore,
];

/** What the guides of a walk leave out, contradict, or promise and do not keep. Pure. */
export function findGuideFindings(report: SessionReport): GuideFinding[] {
  return guideSpans(report).flatMap((span) => rules.flatMap((rule) => rule(span, report)));
}
