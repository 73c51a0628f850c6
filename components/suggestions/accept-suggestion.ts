import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Suggestion, SuggestionDecision } from '../../lib/model/suggestion.ts';
import { findLastBefore, nearest } from '../replay-panel/last-before.ts';

/** How far away a picture may be and still show what it is about, ms. */
const pictureReach = 5_000;

/** The pain point a suggestion would become: its interval, the measured fact, and nothing that a person would state. */
export function painPointOf(
  suggestion: Suggestion,
  report: Pick<SessionReport, 'screenshots' | 'visits'>,
  sentence: string,
): PainPoint {
  const { id, reason, also, severity, moments, interval, checkItems } = suggestion;
  const [first] = moments;
  const at = first?.at ?? interval.to;
  const visit = findLastBefore(report.visits, at);
  const shot = nearest(report.screenshots, at, 1)[0];
  return {
    id: crypto.randomUUID(),
    kind: 'pain',
    at,
    interval,
    dimensionId: checkItems[0]?.dimensionId ?? '',
    checkItemId: checkItems[0]?.id ?? '',
    severity,
    note: '',
    need: '',
    measure: '',
    measured: { suggestionId: id, reason, sentence: sentence.slice(0, 300), also },
    ...(first?.stepId ? { stepId: first.stepId } : {}),
    ...(shot && Math.abs(shot.at - at) <= pictureReach ? { screenshotId: shot.id } : {}),
    url: visit?.url ?? '',
    title: visit?.title ?? '',
  };
}

/** A decision made now. */
export function decisionOn(
  { id, reason }: Suggestion,
  verdict: SuggestionDecision['verdict'],
  painPointId?: string,
): SuggestionDecision {
  return { id, at: Date.now(), code: reason.code, verdict, ...(painPointId ? { painPointId } : {}) };
}
